using System.Runtime.InteropServices;

namespace LocalEmulator.Commands;

/// <summary>The user's wish to stop, by Ctrl-C or a signal: the first one ends the command in order, the next one at once.</summary>
internal sealed class Interruption : IDisposable
{
    private readonly CancellationTokenSource source = new();
    private readonly PosixSignalRegistration[] registrations;

    public Interruption() => registrations =
    [
        PosixSignalRegistration.Create(PosixSignal.SIGINT, context => Stop(context, 130)),
        PosixSignalRegistration.Create(PosixSignal.SIGTERM, context => Stop(context, 143)),
    ];

    /// <summary>Cancelled when the command has to end.</summary>
    public CancellationToken Token => source.Token;

    /// <summary>The exit code of a command that was interrupted; null while it was not.</summary>
    public int? ExitCode { get; private set; }

    public void Dispose()
    {
        foreach (var registration in registrations)
        {
            registration.Dispose();
        }

        source.Dispose();
    }

    private void Stop(PosixSignalContext context, int exitCode)
    {
        context.Cancel = ExitCode is null;
        ExitCode ??= exitCode;
        source.Cancel();
    }
}
