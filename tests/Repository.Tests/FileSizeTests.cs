using System.Text.RegularExpressions;

namespace Repository.Tests;

public sealed partial class FileSizeTests
{
    private const int MaxLines = 250;

    [Theory]
    [InlineData("src")]
    [InlineData("cdk")]
    [InlineData("samples")]
    public void No_source_file_is_longer_than_one_reads_at_a_sitting(string folder)
    {
        var root = Checkout.Find(folder);

        var lengths = from path in Directory.EnumerateFiles(root, "*.*", SearchOption.AllDirectories)
                      where Source().IsMatch(path) && !Made().IsMatch(Path.GetRelativePath(root, path))
                      let lines = File.ReadLines(path).Count()
                      where lines > MaxLines
                      select $"{Path.GetRelativePath(Checkout.Root, path)} has {lines} lines, of at most {MaxLines}";

        lengths.ShouldBeEmpty();
    }

    [GeneratedRegex(@"\.(cs|mjs|js|sql|css|html|props|targets|csproj)$")]
    private static partial Regex Source();

    [GeneratedRegex(@"(^|[/\\])(bin|obj|node_modules)[/\\]")]
    private static partial Regex Made();
}
