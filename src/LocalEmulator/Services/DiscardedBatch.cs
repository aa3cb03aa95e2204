namespace LocalEmulator.Services;

/// <summary>Records that a mapping has given up.</summary>
/// <param name="Records">The records, at least one.</param>
/// <param name="Condition">Why: RetryAttemptsExhausted or RecordAgeExceeded.</param>
/// <param name="InvokeCount">How often the function was invoked with them.</param>
/// <param name="Error">The last invocation's error; null if it answered, or if there was none.</param>
internal sealed record DiscardedBatch(StreamRecord[] Records, string Condition, int InvokeCount, FunctionError? Error);
