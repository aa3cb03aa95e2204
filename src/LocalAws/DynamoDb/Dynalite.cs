using LocalAws.Hosting;

namespace LocalAws.DynamoDb;

/// <summary>DynamoDB: the npm package dynalite, as a process of its own, with its tables in a folder.</summary>
public sealed class Dynalite : IAsyncDisposable
{
    private readonly NodeService node;

    private Dynalite(NodeService node) => this.node = node;

    /// <summary>The endpoint for clients of DynamoDB.</summary>
    public string Address => node.Address;

    internal Task Completion => node.Completion;

    /// <summary>Starts dynalite.</summary>
    /// <param name="folder">The folder of the tables; created if it is missing.</param>
    /// <param name="cancellationToken">A token to cancel the start.</param>
    /// <returns>The running service.</returns>
    /// <exception cref="LocalAwsException">Node.js or the package dynalite is missing, or the folder cannot be used.</exception>
    public static async Task<Dynalite> StartAsync(string folder, CancellationToken cancellationToken = default) =>
        new(await NodeService.StartAsync("dynalite.mjs", folder, cancellationToken));

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => node.DisposeAsync();

    internal LocalAwsException Ended() => node.Ended();

    internal void Kill() => node.Kill();
}
