using Cdk.Settings;

namespace Cdk.Assets;

/// <summary>The checkout that is deployed.</summary>
internal static class Checkout
{
    /// <summary>Finds the root of the checkout that a folder lies in.</summary>
    public static string Find(string folder)
    {
        for (var root = new DirectoryInfo(folder); root is not null; root = root.Parent)
        {
            if (File.Exists(Path.Combine(root.FullName, "PetMatch.sln")))
            {
                return root.FullName;
            }
        }

        throw new ContextException($"The folder {folder} holds no PetMatch.sln, nor does one above it: start 'npx cdk' in the repository.");
    }
}
