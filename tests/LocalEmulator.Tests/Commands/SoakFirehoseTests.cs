using LocalEmulator.Commands;
using Microsoft.AspNetCore.Http;

namespace LocalEmulator.Tests.Commands;

public sealed class SoakFirehoseTests
{
    private const int Puts = 1_000;

    [Fact]
    public async Task The_seed_decides_which_puts_fail_and_how()
    {
        var first = await RunAsync(seed: 7, life: 0);

        (await RunAsync(seed: 7, life: 0)).ShouldBe(first);
        (await RunAsync(seed: 8, life: 0)).ShouldNotBe(first);
        (await RunAsync(seed: 7, life: 1)).ShouldNotBe(first);
    }

    [Fact]
    public async Task Faults_that_are_due_come_first_and_the_others_as_often_as_they_should()
    {
        var faults = await RunAsync(seed: 7, life: 0, SoakFault.Partial, SoakFault.Error);

        faults[..2].ShouldBe([SoakFault.Partial, SoakFault.Error]);
        faults.Count(fault => fault == SoakFault.Throttle).ShouldBeInRange(150, 250);
        faults.Count(fault => fault == SoakFault.Error).ShouldBeInRange(60, 140);
        faults.Count(fault => fault == null).ShouldBeInRange(600, 800);
    }

    /// <summary>What befalls each put.</summary>
    private static async Task<SoakFault?[]> RunAsync(int seed, int life, params SoakFault[] due)
    {
        SoakFaults.TryParse("throttle=0.2,error=0.1", out var faults, out _).ShouldBeTrue();
        SoakFault? last = null;
        var firehose = new SoakFirehose(faults, seed, life, due, fault => last = fault);
        firehose.Open(() => true);
        var befallen = new SoakFault?[Puts];
        for (var put = 0; put < Puts; put++)
        {
            var isPassedOn = false;
            last = null;
            var call = new DefaultHttpContext();
            await firehose.HandleAsync(call, _ =>
            {
                isPassedOn = true;
                return Task.CompletedTask;
            });
            isPassedOn.ShouldBe(last is null or SoakFault.Partial);
            call.Response.StatusCode.ShouldBe(last switch { SoakFault.Throttle => 503, SoakFault.Error => 500, _ => 200 });
            befallen[put] = last;
        }

        return befallen;
    }
}
