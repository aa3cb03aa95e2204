using Analytics;
using Cdk.Assets;

namespace Cdk.Tests;

public sealed class BreedsTableTests(Stacks stacks)
{
    [Fact]
    public void The_table_of_breeds_is_imported_from_a_file_of_the_deployment()
    {
        var table = stacks.With().Properties("AWS::DynamoDB::Table", "SkillEndpointBreeds");
        var source = table["ImportSourceSpecification"]!;

        ((string?)source["InputFormat"]).ShouldBe("CSV");
        Synthesized.Render(source["S3BucketSource"]!["S3Bucket"]).ShouldBe("cdk-hnb659fds-assets-${AWS::AccountId}-${AWS::Region}");
        var asset = (string)source["S3BucketSource"]!["S3KeyPrefix"]!;
        File.ReadAllText(Path.Combine(Path.GetDirectoryName(stacks.With().File)!, $"asset.{asset}"))
            .ShouldBe(BreedsFile.Text(Checkout.Read("catalog", "breeds.csv")));
    }

    [Fact]
    public void The_file_holds_the_catalog_under_the_keys_that_the_skill_looks_up()
    {
        var lines = File.ReadAllLines(BreedsFile.Write(Checkout.Root));

        lines[0].ShouldBe($"{BreedCatalog.KeyAttribute},{BreedCatalog.ValueAttribute}");
        lines[1..].ToDictionary(line => line.Split(',')[0], line => line.Split(',')[1]).ShouldBe(
            BreedCatalog.Parse(Checkout.Read("catalog", "breeds.csv")), ignoreOrder: true);
    }
}
