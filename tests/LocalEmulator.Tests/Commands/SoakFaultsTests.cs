using LocalEmulator.Commands;

namespace LocalEmulator.Tests.Commands;

public sealed class SoakFaultsTests
{
    [Fact]
    public void Shares_and_times_are_read_and_what_is_not_named_does_not_occur()
    {
        SoakFaults.TryParse("written-error=0.25,restart=3,poison=1,hang=0", out var faults, out var reason).ShouldBeTrue(reason);

        faults.Kinds.ShouldBe([SoakFault.WrittenError, SoakFault.Poison, SoakFault.Restart]);
        faults[SoakFault.WrittenError].ShouldBe(0.25);
        faults[SoakFault.Poison].ShouldBe(1);
        faults[SoakFault.Restart].ShouldBe(3);
        faults[SoakFault.Hang].ShouldBe(0);
        faults[SoakFault.Throttle].ShouldBe(0);
    }

    [Fact]
    public void None_is_none_and_the_default_is_every_kind()
    {
        SoakFaults.TryParse("none", out var none, out _).ShouldBeTrue();
        SoakFaults.TryParse(SoakFaults.Default, out var every, out var reason).ShouldBeTrue(reason);

        none.Kinds.ShouldBeEmpty();
        every.Kinds.ShouldBe(Enum.GetValues<SoakFault>());
    }

    [Fact]
    public void A_kind_is_found_by_its_name_and_named_by_it()
    {
        foreach (var fault in Enum.GetValues<SoakFault>())
        {
            SoakFaults.TryFind(SoakFaults.NameOf(fault), out var found).ShouldBeTrue();
            found.ShouldBe(fault);
        }
    }

    [Theory]
    [InlineData("", "'' is no fault with its amount, such as throttle=0.05; several are separated by commas, and 'none' is none.")]
    [InlineData("throttle", "'throttle' is no fault with its amount, such as throttle=0.05;")]
    [InlineData("throttle=0.1,", "'' is no fault with its amount")]
    [InlineData("throttle=0.1=2", "'throttle=0.1=2' is no fault with its amount")]
    [InlineData("none,throttle=0.1", "'none' is no fault with its amount")]
    [InlineData("throttel=0.1", "'throttel' is no fault; there are throttle, partial, error, written-error, hang, kill,")]
    [InlineData("Throttle=0.1", "'Throttle' is no fault;")]
    [InlineData("throttle=", "throttle is ''; it has to be a share of the puts from 0 to 1.")]
    [InlineData("throttle=1.1", "throttle is '1.1'; it has to be a share of the puts from 0 to 1.")]
    [InlineData("throttle=-0.1", "throttle is '-0.1'; it has to be a share of the puts from 0 to 1.")]
    [InlineData("throttle=5%", "throttle is '5%'; it has to be a share of the puts from 0 to 1.")]
    [InlineData("throttle=NaN", "throttle is 'NaN'; it has to be a share of the puts from 0 to 1.")]
    [InlineData("poison=2", "poison is '2'; it has to be a share of the hits from 0 to 1.")]
    [InlineData("restart=0.5", "restart is '0.5'; it has to be a whole number of times from 0 to 1000.")]
    [InlineData("outage=1001", "outage is '1001'; it has to be a whole number of times from 0 to 1000.")]
    [InlineData("hang=0.1,hang=0.2", "hang occurs twice.")]
    [InlineData("throttle=0.5,error=0.41", "0.91 of the puts would fail; 0.9 is the most.")]
    public void What_is_wrong_is_told(string text, string message)
    {
        SoakFaults.TryParse(text, out var faults, out var reason).ShouldBeFalse();

        faults.ShouldBeNull();
        reason.ShouldStartWith(message);
    }
}
