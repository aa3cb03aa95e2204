using LocalEmulator.Services;

namespace LocalEmulator.Commands;

/// <summary>Starts the emulator for a command.</summary>
internal static class EmulatorStart
{
    /// <summary>Starts the emulator and shows how far it is.</summary>
    /// <param name="dataDirectory">Where everything is kept.</param>
    /// <param name="terminal">Where to show it.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>The running emulator.</returns>
    /// <exception cref="EmulatorException">Something cannot start.</exception>
    public static async Task<Emulator> StartAsync(string dataDirectory, Terminal terminal, CancellationToken cancellationToken)
    {
        Emulator? emulator = null;
        await terminal.WaitAsync("Starting ...", async tell =>
            emulator = await Emulator.StartAsync(new EmulatorOptions(dataDirectory, Progress: new Teller(tell)), cancellationToken));
        return emulator!;
    }

    private sealed class Teller(Action<string> tell) : IProgress<string>
    {
        public void Report(string value) => tell(value);
    }
}
