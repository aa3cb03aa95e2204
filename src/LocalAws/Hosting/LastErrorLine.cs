namespace LocalAws.Hosting;

/// <summary>The line of a process's standard error that tells best why it ended: the last one that is no stack trace.</summary>
internal sealed class LastErrorLine
{
    /// <summary>The line, without a full stop at its end.</summary>
    public string Text { get; private set; } = "it said nothing";

    /// <summary>Takes one more line.</summary>
    public void Take(string? line)
    {
        // Node.js writes the source, the stack and its own version around the error's line; .NET the stack below it.
        if (!string.IsNullOrWhiteSpace(line)
            && line[0] is not (' ' or '\t' or '{' or '}')
            && !line.StartsWith("Node.js v", StringComparison.Ordinal))
        {
            Text = line.Trim().TrimEnd('.');
        }
    }
}
