namespace Cdk;

/// <summary>What Pet Match's stack is made of.</summary>
internal sealed record PetMatchStackProps : SkillStackProps
{
    /// <summary>The catalog of breeds as DynamoDB imports it.</summary>
    public required string BreedsFile { get; init; }
}
