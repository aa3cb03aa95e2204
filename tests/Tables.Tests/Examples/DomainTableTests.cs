namespace Tables.Tests.Examples;

public sealed class DomainTableTests(DynaliteFixture dynalite)
{
    private static readonly Uri Guide = new("https://docs.example.com/guide");
    private static readonly Uri Shop = new("https://shop.example.org/");

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_domain_of_a_url_is_kept()
    {
        var domains = await NewTableAsync();

        await domains.SetDomainAsync(Guide, "example.com", Cancellation);

        (await domains.GetDomainAsync(Guide, Cancellation)).ShouldBe("example.com");
        (await domains.GetDomainAsync(Shop, Cancellation)).ShouldBeNull();
    }

    [Fact]
    public async Task A_forgotten_url_has_no_domain()
    {
        var domains = await NewTableAsync();
        await domains.SetDomainAsync(Guide, "example.com", Cancellation);
        await domains.SetDomainAsync(Shop, "example.org", Cancellation);

        await domains.ForgetAsync(Guide, Cancellation);

        (await domains.ListAsync(Cancellation).ToListAsync(Cancellation)).ShouldBe([new(Shop.AbsoluteUri, "example.org")]);
    }

    private async Task<DomainTable> NewTableAsync()
    {
        var domains = new DomainTable(dynalite.Client, DynaliteFixture.NewTableName());
        await domains.CreateAsync(Cancellation);
        return domains;
    }
}
