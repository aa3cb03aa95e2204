namespace LocalAws.Lambda;

/// <summary>How a function is run: as processes of the very program that is deployed.</summary>
/// <param name="Name">The function's name.</param>
/// <param name="FileName">The program to start: the function's executable, or <c>dotnet</c>.</param>
/// <param name="Arguments">The program's arguments, such as the path of the function's .dll.</param>
public sealed record LambdaFunction(string Name, string FileName, IReadOnlyList<string> Arguments)
{
    internal const int MaxResponseBytes = 6_291_556; // Lambda: 6 MB and a little for the envelope

    /// <summary>The function's own variables, beside those that Lambda sets.</summary>
    public IReadOnlyDictionary<string, string> Environment { get; init; } = new Dictionary<string, string>();

    /// <summary>Whether the function keeps the caller's own <c>AWS_</c> variables, as for a profile, in place of the local account.</summary>
    public bool InheritsAws { get; init; }

    /// <summary>The longest that an invocation may take; Lambda's own default is 3 seconds.</summary>
    public TimeSpan Timeout { get; init; } = TimeSpan.FromSeconds(3);

    /// <summary>The memory in megabytes that the function is told to have; it is not limited to it.</summary>
    public int MemoryMegabytes { get; init; } = 128;

    /// <summary>The number of processes, which is how many invocations are answered at once.</summary>
    public int Processes { get; init; } = 1;

    /// <summary>The file that the processes' output is appended to; null = nowhere.</summary>
    public string? LogPath { get; init; }

    /// <summary>The function's Amazon resource name.</summary>
    public string Arn => $"arn:aws:lambda:{LocalAccount.Region}:{LocalAccount.Id}:function:{Name}";
}
