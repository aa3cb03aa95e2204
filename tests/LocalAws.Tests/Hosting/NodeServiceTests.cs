using LocalAws.DynamoDb;
using LocalAws.Hosting;

namespace LocalAws.Tests.Hosting;

public sealed class NodeServiceTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task A_folder_that_cannot_be_written_is_one_clear_line()
    {
        await File.WriteAllTextAsync(folder.Find("file"), "", Cancellation);
        var path = folder.Find("file", "data");

        var error = await Should.ThrowAsync<LocalAwsException>(() => Dynalite.StartAsync(path, Cancellation));

        error.Message.ShouldStartWith($"The emulated service dynalite.mjs has ended: the folder {path} cannot be written to: ENOTDIR");
        error.Message.ShouldNotContain('\n');
    }

    [Fact]
    public async Task A_script_that_is_missing_is_told()
    {
        var error = await Should.ThrowAsync<LocalAwsException>(() => NodeService.StartAsync("missing.mjs", folder.Path, Cancellation));

        error.Message.ShouldContain("Cannot find module");
    }

    [Fact]
    public async Task A_service_that_is_killed_has_ended()
    {
        await using var service = await Dynalite.StartAsync(folder.Find("data"), Cancellation);

        service.Kill();
        await service.Completion.WaitAsync(Cancellation);

        service.Ended().Message.ShouldBe("The emulated service dynalite.mjs has ended: it said nothing.");
    }
}
