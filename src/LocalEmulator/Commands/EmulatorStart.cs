using LocalEmulator.Services;

namespace LocalEmulator.Commands;

/// <summary>Starts the emulator for a command and shows how far it is.</summary>
internal static class EmulatorStart
{
    public static async Task<Emulator> StartAsync(
        string dataDirectory, Terminal terminal, CancellationToken cancellationToken, int skillProcesses = 1)
    {
        Emulator? emulator = null;
        await terminal.WaitAsync("Starting ...", async tell =>
        {
            var options = new EmulatorOptions(dataDirectory, skillProcesses, Progress: new Teller(tell));
            emulator = await Emulator.StartAsync(options, cancellationToken);
        });
        return emulator!;
    }

    private sealed class Teller(Action<string> tell) : IProgress<string>
    {
        public void Report(string value) => tell(value);
    }
}
