using Cdk.Assets;
using Cdk.Settings;

namespace Cdk;

/// <summary>What the stack is made of.</summary>
internal sealed record PetMatchStackProps
{
    public required StackSettings Settings { get; init; }

    /// <summary>The code of the functions.</summary>
    public required FunctionCode Code { get; init; }

    /// <summary>The catalog of breeds as DynamoDB imports it.</summary>
    public required string BreedsFile { get; init; }

    /// <summary>The folder of Athena's queries and views.</summary>
    public required string AthenaFolder { get; init; }
}
