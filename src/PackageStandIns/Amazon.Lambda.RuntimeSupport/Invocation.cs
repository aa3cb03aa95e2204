namespace Amazon.Lambda.RuntimeSupport;

/// <summary>One invocation as the Runtime API hands it out.</summary>
internal sealed record Invocation(string RequestId, byte[] Payload, DateTimeOffset? Deadline, string FunctionArn, string? TraceId);
