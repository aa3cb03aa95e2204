using Cdk.Settings;

namespace Cdk.Assets;

/// <summary>The checkout that is deployed.</summary>
internal static class Checkout
{
    /// <summary>Checks that a folder is the root of a checkout, and gives it.</summary>
    public static string Find(string folder) => File.Exists(Path.Combine(folder, "PetMatch.sln"))
        ? folder
        : throw new ContextException($"The folder {folder} holds no PetMatch.sln: start 'npx cdk' in the repository's root.");
}
