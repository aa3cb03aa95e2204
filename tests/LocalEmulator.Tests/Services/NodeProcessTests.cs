using LocalEmulator.Services;

namespace LocalEmulator.Tests.Services;

public sealed class NodeProcessTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public void Dispose() => folder.Dispose();

    [Theory]
    [InlineData("dynalite.mjs")]
    [InlineData("s3rver.mjs")]
    public async Task A_service_says_its_port_and_ends_when_its_input_ends(string script)
    {
        await using var service = await NodeProcess.StartAsync(script, [folder.Find("data"), "bucket"], Cancellation);

        service.Ready.GetProperty("port").GetInt32().ShouldBeInRange(1, 65535);
        service.Input.Close();

        await service.Completion.WaitAsync(Cancellation);
    }

    [Theory]
    [InlineData("dynalite.mjs")]
    [InlineData("s3rver.mjs")]
    public async Task A_folder_that_cannot_be_written_is_one_clear_line(string script)
    {
        await File.WriteAllTextAsync(folder.Find("file"), "", Cancellation);
        var path = folder.Find("file", "data");

        var error = await Should.ThrowAsync<EmulatorException>(() => NodeProcess.StartAsync(script, [path], Cancellation));

        error.Message.ShouldStartWith($"The emulated service {script} has ended: the folder {path} cannot be written to: ENOTDIR");
        error.Message.ShouldNotContain('\n');
    }

    [Fact]
    public async Task A_script_that_is_missing_is_told()
    {
        var error = await Should.ThrowAsync<EmulatorException>(() => NodeProcess.StartAsync("missing.mjs", [], Cancellation));

        error.Message.ShouldContain("Cannot find module");
    }

    [Fact]
    public async Task Two_services_on_one_folder_do_not_share_it()
    {
        await using var first = await NodeProcess.StartAsync("dynalite.mjs", [folder.Find("data")], Cancellation);
        await using var second = await NodeProcess.StartAsync("dynalite.mjs", [folder.Find("data")], Cancellation);
        using var client = LocalClients.DynamoDb(second.Address);

        await Should.ThrowAsync<Exception>(() => client.ListTablesAsync(Cancellation));
        await second.Completion.WaitAsync(Cancellation);

        second.Ended().Message.ShouldContain("dynalite.mjs has ended: it failed: ");
    }
}
