namespace Testing.Wire;

/// <summary>A call of a service, held to the service's model.</summary>
/// <param name="Name">The service and its operation, such as <c>DynamoDB PutItem</c>.</param>
/// <param name="Faults">What the service would refuse, a line each: where it is, what was found and what is allowed.</param>
public sealed record WireCall(string Name, IReadOnlyList<string> Faults);
