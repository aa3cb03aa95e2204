using System.Reflection;

namespace Cdk.Tests;

/// <summary>The files of the checkout that the tests were built from.</summary>
internal static class Checkout
{
    public static string Root { get; } = Metadata("RepositoryRoot");

    public static string PeerFolder { get; } = Metadata("PeerFolder");

    public static string Find(params string[] path) => Path.Combine([Root, .. path]);

    public static string Read(params string[] path) => File.ReadAllText(Find(path));

    private static string Metadata(string key) =>
        typeof(Checkout).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(attribute => attribute.Key == key).Value!;
}
