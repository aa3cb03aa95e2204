namespace StreamToFirehoseFunction.Tests;

/// <summary>The same of the native executable, as it is deployed.</summary>
public sealed class NativeWireTests : WireTests
{
    protected override async Task<string[]> CommandAsync()
    {
        Assert.SkipWhen(NativeFunction.Obstacle is not null, NativeFunction.Obstacle ?? "");
        return [await NativeFunction.FindAsync("StreamToFirehoseFunction")];
    }
}
