namespace LocalAthena;

/// <summary>A query, a definition or a delivered file is wrong; the message is one line that says what is wrong.</summary>
public sealed class AthenaException : Exception
{
    /// <summary>Creates the exception.</summary>
    /// <param name="message">What is wrong; line breaks become spaces.</param>
    /// <param name="innerException">What caused it.</param>
    public AthenaException(string message, Exception? innerException = null)
        : base(message.ReplaceLineEndings(" "), innerException)
    {
    }
}
