using Analytics;
using LocalEmulator.Services;

namespace LocalEmulator.Commands;

/// <summary>Starts the emulator for a command and shows how far it is.</summary>
internal static class EmulatorStart
{
    public static async Task<Emulator> StartAsync(
        SkillDefinition skill, string dataDirectory, Terminal terminal, CancellationToken cancellationToken, int skillProcesses = 1)
    {
        Emulator? emulator = null;
        await terminal.WaitAsync("Starting ...", async _ =>
            emulator = await Emulator.StartAsync(new EmulatorOptions(dataDirectory, skill) { SkillProcesses = skillProcesses }, cancellationToken));
        return emulator!;
    }
}
