using System.ComponentModel;
using System.Diagnostics;

namespace LocalEmulator.Commands;

/// <summary>Opens pages in the user's browser.</summary>
internal static class Browser
{
    /// <summary>Opens an address or a file; says so where that can't be done.</summary>
    public static void Open(Terminal terminal, string address)
    {
        try
        {
            var program = OperatingSystem.IsWindows() ? "explorer" : OperatingSystem.IsMacOS() ? "open" : "xdg-open";
            using var browser = Process.Start(new ProcessStartInfo(program, [address]) { RedirectStandardError = true, RedirectStandardOutput = true });
        }
        catch (Win32Exception missing)
        {
            terminal.Note($"The browser can't be opened ({missing.Message}): go to {address} yourself.");
        }
    }
}
