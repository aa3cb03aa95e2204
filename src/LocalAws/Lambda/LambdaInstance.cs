using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;

using LocalAws.Hosting;

namespace LocalAws.Lambda;

/// <summary>One process of a function: it answers one invocation at a time, and is started again whenever it ends.</summary>
internal sealed class LambdaInstance(LambdaFunction function, int port, Action<string> log)
{
    private readonly Lock gate = new();
    private readonly TaskCompletionSource ready = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private CancellationToken alive;
    private Process? process;
    private LambdaInvocation? current;
    private bool asked;
    private string? initError;

    /// <summary>The port on which this process, and no other, finds the Runtime API.</summary>
    public int Port => port;

    /// <summary>Completes when the process has asked for its first invocation.</summary>
    public Task Ready => ready.Task;

    /// <summary>Runs the process, again and again, until it is told to stop.</summary>
    public async Task RunAsync(CancellationToken stop)
    {
        while (!stop.IsCancellationRequested)
        {
            var error = new LastErrorLine();
            using var life = new CancellationTokenSource();
            using var started = Start(error, life.Token);
            using (stop.Register(Kill))
            {
                await started.WaitForExitAsync(CancellationToken.None);
            }

            var hadAsked = Leave(life, $"exit status {started.ExitCode}");
            if (!hadAsked && !stop.IsCancellationRequested)
            {
                throw new LocalAwsException($"The function {function.Name} did not start: {initError ?? error.Text}.");
            }
        }
    }

    /// <summary>Notes that the process asks for an invocation.</summary>
    public CancellationToken Ask()
    {
        lock (gate)
        {
            asked = true;
            ready.TrySetResult();
            return alive;
        }
    }

    /// <summary>Gives an invocation to the process.</summary>
    public bool TryTake(LambdaInvocation invocation, CancellationToken asking)
    {
        lock (gate)
        {
            if (asking.IsCancellationRequested)
            {
                return false;
            }

            current = invocation;
        }

        _ = EndInTimeAsync(invocation);
        return true;
    }

    /// <summary>Ends the invocation that the process works on.</summary>
    public bool TryComplete(string id, InvocationResult result)
    {
        lock (gate)
        {
            if (current?.Id != id)
            {
                return false;
            }

            current.Complete(result);
            current = null;
            return true;
        }
    }

    /// <summary>Notes what a process says that cannot start.</summary>
    public void FailInit(string message) => initError = message.TrimEnd('.');

    /// <summary>Kills the process if it is in an invocation.</summary>
    public bool KillBusy()
    {
        lock (gate)
        {
            if (current is not null)
            {
                Kill();
            }

            return current is not null;
        }
    }

    private Process Start(LastErrorLine error, CancellationToken life)
    {
        var start = new ProcessStartInfo(function.FileName, function.Arguments)
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        LambdaEnvironment.Fill(start.Environment, function, port);
        lock (gate)
        {
            try
            {
                process = Process.Start(start)!;
            }
            catch (Win32Exception missing)
            {
                throw new LocalAwsException($"The function {function.Name} did not start: {missing.Message}.", missing);
            }

            asked = false;
            alive = life;
        }

        process.OutputDataReceived += (_, line) => Log(line.Data);
        process.ErrorDataReceived += (_, line) =>
        {
            error.Take(line.Data);
            Log(line.Data);
        };
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        return process;
    }

    /// <summary>Ends the life of a process that has exited; its invocation, if any, has failed.</summary>
    private bool Leave(CancellationTokenSource life, string how)
    {
        lock (gate)
        {
            life.Cancel();
            current?.Complete(InvocationResult.Failed(
                "Runtime.ExitError", $"RequestId: {current.Id} Error: Runtime exited with error: {how}"));
            current = null;
            process = null;
            return asked;
        }
    }

    private async Task EndInTimeAsync(LambdaInvocation invocation)
    {
        await ((Task)invocation.Result.WaitAsync(function.Timeout)).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        if (invocation.Result.IsCompleted)
        {
            return;
        }

        lock (gate)
        {
            if (current == invocation)
            {
                var seconds = function.Timeout.TotalSeconds.ToString("0.00", CultureInfo.InvariantCulture);
                invocation.Complete(InvocationResult.Failed(
                    "Sandbox.Timedout", $"RequestId: {invocation.Id} Error: Task timed out after {seconds} seconds"));
                Kill();
            }
        }
    }

    private void Kill()
    {
        lock (gate)
        {
            process?.Kill(entireProcessTree: true);
        }
    }

    private void Log(string? line)
    {
        if (line is not null)
        {
            log(line);
        }
    }
}
