namespace Analytics;

/// <summary>A skill whose hits go through the pipeline: all that the stack and the local run have to be told of it. Paths are below the checkout's root.</summary>
public sealed record SkillDefinition
{
    /// <summary>Pet Match.</summary>
    public static SkillDefinition PetMatch { get; } = new()
    {
        Title = "Pet Match",
        Names = PipelineNames.PetMatch,
        Columns = Analytics.Columns.All,
        HitIntent = "PetMatchIntent",
        Assembly = Analytics.Names.SkillAssembly,
        Folder = "src/SkillFunction",
        ModelsFolder = "alexa/interactionModels/custom",
        RequestsFolder = "samples/requests",
        AthenaFolder = "athena",
        Views = Analytics.Views.All,
    };

    /// <summary>The skill's name in descriptions.</summary>
    public required string Title { get; init; }

    /// <summary>The title without blanks: the name of the stack and of the metrics' namespace and, in lower case, the data folder's.</summary>
    public string ShortTitle => Title.Replace(" ", "", StringComparison.Ordinal);

    /// <summary>The names of its pipeline.</summary>
    public required PipelineNames Names { get; init; }

    /// <summary>The columns of its record.</summary>
    public required IReadOnlyList<Column> Columns { get; init; }

    /// <summary>The intent each of whose requests is one hit.</summary>
    public required string HitIntent { get; init; }

    /// <summary>The name of its function's assembly, which is the Lambda handler too.</summary>
    public required string Assembly { get; init; }

    /// <summary>The folder of its function's project.</summary>
    public required string Folder { get; init; }

    /// <summary>The folder of its interaction models, each named after its locale.</summary>
    public required string ModelsFolder { get; init; }

    /// <summary>The folder of sample requests.</summary>
    public required string RequestsFolder { get; init; }

    /// <summary>The folder in which <c>queries</c> and <c>views</c> lie.</summary>
    public required string AthenaFolder { get; init; }

    /// <summary>The views over the table, each after those that it reads.</summary>
    public IReadOnlyList<View> Views { get; init; } = [];

    /// <summary>What the forwarder is told of the columns; null where it knows them by itself.</summary>
    public string? ForwardedColumns => this == PetMatch ? null : ColumnList.Text(Columns);
}
