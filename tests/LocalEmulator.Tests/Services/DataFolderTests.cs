using LocalEmulator.Services;

namespace LocalEmulator.Tests.Services;

public sealed class DataFolderTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void A_folder_is_used_by_one_emulator_at_a_time()
    {
        var path = folder.Find("new", "data");
        using (DataFolder.Lock(path))
        {
            var error = Should.Throw<EmulatorException>(() => DataFolder.Lock(path));
            error.Message.ShouldBe(
                $"The data folder {path} is used by another emulator: end that one, or choose another folder with --data.");
        }

        DataFolder.Lock(path).Dispose();
    }

    [Fact]
    public void A_folder_that_cannot_be_written_is_told()
    {
        File.WriteAllText(folder.Find("file"), "");

        var error = Should.Throw<EmulatorException>(() => DataFolder.Lock(folder.Find("file", "data")));

        error.Message.ShouldStartWith($"The data folder {folder.Find("file", "data")} cannot be written to (");
    }
}
