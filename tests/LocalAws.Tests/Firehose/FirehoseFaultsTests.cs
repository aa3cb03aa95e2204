using LocalAws.Firehose;
using Microsoft.AspNetCore.Http;

namespace LocalAws.Tests.Firehose;

public sealed class FirehoseFaultsTests
{
    [Fact]
    public void A_record_fails_or_not_once_for_all_even_by_chance()
    {
        var call = new DefaultHttpContext();
        var asked = 0;

        FirehoseFaults.FailRecords(call, _ => asked++ % 2 == 0);

        var fails = (Predicate<int>)call.Items.Values.Single()!;
        Enumerable.Range(0, 4).Select(_ => fails(0)).ShouldAllBe(failed => failed);
        asked.ShouldBe(1);
    }
}
