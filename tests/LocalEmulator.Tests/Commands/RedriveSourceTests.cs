using LocalEmulator.Commands;

namespace LocalEmulator.Tests.Commands;

public sealed class RedriveSourceTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void Folders_are_read_whole_and_in_order_and_no_file_twice()
    {
        var (first, second) = (Create("kept", "a", "1.json"), Create("kept", "b", "2"));
        Create("kept", ".hidden");

        Names(folder.Find("kept"), second).ShouldBe([first, second]);
        Names(second, first).ShouldBe([second, first]);
    }

    [Fact]
    public void Addresses_name_the_objects_whose_keys_begin_so()
    {
        Create("bucket", "failures", "aws", "x");
        Create("bucket", "failures-old");

        Names("s3://pet-match-bucket/failures/").ShouldBe(["s3://pet-match-bucket/failures/aws/x"]);
        Names("s3://pet-match-bucket/failures/aws/x").ShouldBe(["s3://pet-match-bucket/failures/aws/x"]);
        Names("s3://pet-match-bucket/fail").ShouldBe(["s3://pet-match-bucket/failures-old", "s3://pet-match-bucket/failures/aws/x"]);
        Names("s3://pet-match-bucket/quarantine/").ShouldBeEmpty();
        RedriveSource.Find(["s3://pet-match-bucket/"], folder.Find("absent")).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("absent", "absent does not exist; it has to be a file, a folder, or an address such as s3://pet-match-bucket/aws/lambda/.")]
    [InlineData("s3://other/failures/", "s3://other/failures/ is not in the bucket of the local run")]
    [InlineData("s3://pet-match-bucket", "s3://pet-match-bucket is not in the bucket of the local run")]
    public void What_is_nowhere_is_told(string path, string message) =>
        Should.Throw<EmulatorException>(() => Names(path)).Message.ShouldStartWith(message);

    private IEnumerable<string> Names(params string[] paths) =>
        RedriveSource.Find(paths, folder.Find("bucket")).Select(source => source.Name);

    private string Create(params ReadOnlySpan<string> parts)
    {
        var path = folder.Find(parts);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, "");
        return path;
    }
}
