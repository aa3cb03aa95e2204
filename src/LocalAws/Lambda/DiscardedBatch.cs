using LocalAws.DynamoDb;

namespace LocalAws.Lambda;

/// <summary>Records that a mapping has given up.</summary>
internal sealed record DiscardedBatch(StreamRecord[] Records, string Condition, int InvokeCount, FunctionError? Error);
