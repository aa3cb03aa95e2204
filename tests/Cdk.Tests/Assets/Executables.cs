using System.Text;

namespace Cdk.Tests.Assets;

/// <summary>Executables of Linux to read.</summary>
internal static class Executables
{
    /// <summary>One of this machine: the program that runs the tests.</summary>
    public static byte[] Any => File.ReadAllBytes(CdkApp.PathOf("dotnet"));

    /// <summary>The same, in which one version of the C library has another name.</summary>
    public static byte[] AskingFor(string version)
    {
        var executable = Any;
        var name = Encoding.ASCII.GetBytes("GLIBC_2.14\0");
        var at = executable.AsSpan().LastIndexOf(name);
        at.ShouldBeGreaterThan(0);
        Encoding.ASCII.GetBytes($"{version}\0").CopyTo(executable, at);
        return executable;
    }
}
