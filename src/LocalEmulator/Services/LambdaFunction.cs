namespace LocalEmulator.Services;

/// <summary>How a function is run.</summary>
/// <param name="Name">The function's name.</param>
/// <param name="FileName">The program to start.</param>
/// <param name="Arguments">The program's arguments.</param>
/// <param name="Environment">The function's own variables, beside those that Lambda sets.</param>
/// <param name="Timeout">How long an invocation may take.</param>
/// <param name="LogPath">The file that the processes' output is appended to.</param>
/// <param name="Processes">How many processes answer at once.</param>
internal sealed record LambdaFunction(
    string Name,
    string FileName,
    IReadOnlyList<string> Arguments,
    IReadOnlyDictionary<string, string> Environment,
    TimeSpan Timeout,
    string LogPath,
    int Processes = 1)
{
    /// <summary>Bytes that a function may return (Lambda: 6 MB and a little for the envelope).</summary>
    public const int MaxResponseBytes = 6_291_556;

    /// <summary>The name that functions get as their Amazon resource name.</summary>
    public string Arn => $"arn:aws:lambda:{LocalAws.Region}:{LocalAws.Account}:function:{Name}";
}
