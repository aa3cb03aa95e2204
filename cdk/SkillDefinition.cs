using System.Diagnostics.CodeAnalysis;
using Analytics;

namespace Cdk;

/// <summary>A skill whose pipeline is deployed: what the stack has to know of it, and all that has to be said again for another skill.</summary>
[SuppressMessage("Maintainability", "CA1515", Justification = "Public for the stacks of other skills.")]
public sealed record SkillDefinition
{
    /// <summary>The skill's name in descriptions, such as Pet Match; without blanks, it is the name of the stack.</summary>
    public required string Title { get; init; }

    /// <summary>The names of the pipeline; a stage puts its own before them.</summary>
    public required PipelineNames Names { get; init; }

    /// <summary>The columns of the skill's record.</summary>
    public required IReadOnlyList<Column> Columns { get; init; }

    /// <summary>The name of the skill's assembly, which is its Lambda handler too.</summary>
    public required string Assembly { get; init; }

    /// <summary>The folder in the checkout whose <c>queries</c> and <c>views</c> Athena gets, such as <c>athena</c>.</summary>
    public required string AthenaFolder { get; init; }

    /// <summary>The views over the table, each after those that it reads; their SQL lies in the folder.</summary>
    public IReadOnlyList<View> Views { get; init; } = [];

    /// <summary>The name of the stack and of its construct.</summary>
    internal string StackName => Title.Replace(" ", "", StringComparison.Ordinal);

    /// <summary>Whether it is Pet Match, whose columns and names the functions know by themselves.</summary>
    internal bool IsPetMatch => Names == PipelineNames.PetMatch;
}
