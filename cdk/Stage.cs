namespace Cdk;

/// <summary>One deployment of the stack beside others in the same account.</summary>
/// <param name="Name">Its name.</param>
internal sealed record Stage(string Name)
{
    /// <summary>Whether users' data is in it: such data outlives the stack.</summary>
    public bool IsProduction => Name == "prod";

    /// <summary>Reads the stage.</summary>
    /// <param name="context">The context.</param>
    /// <returns>The stage; prod unless the context names another.</returns>
    /// <exception cref="ContextException">It is no such name.</exception>
    public static Stage Read(ContextReader context) =>
        new(context.Text("stage", "prod", ContextRules.IsStage, "a letter and at most 15 more of a-z 0-9"));

    /// <summary>The name that something has in this stage.</summary>
    /// <param name="name">Its published name.</param>
    /// <returns>The published name in prod; otherwise with the stage before it.</returns>
    public string Prefix(string name) => IsProduction ? name : $"{Name}-{name}";

    /// <summary>The name that something has in SQL, where a hyphen is a minus.</summary>
    /// <param name="name">Its published name.</param>
    /// <returns>The published name in prod; otherwise with the stage before it.</returns>
    public string SqlPrefix(string name) => IsProduction ? name : $"{Name}_{name}";
}
