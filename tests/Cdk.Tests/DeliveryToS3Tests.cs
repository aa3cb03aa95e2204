using System.Text.RegularExpressions;
using Analytics;

namespace Cdk.Tests;

public sealed class DeliveryToS3Tests(Stacks stacks)
{
    [Fact]
    public void Firehose_writes_compressed_files_under_the_prefix_and_encrypts_what_waits() => stacks.With().ShouldHave(
        "AWS::KinesisFirehose::DeliveryStream", $$"""
        {
          "DeliveryStreamName": "{{Names.DeliveryStream}}",
          "DeliveryStreamType": "DirectPut",
          "DeliveryStreamEncryptionConfigurationInput": { "KeyType": "AWS_OWNED_CMK" },
          "ExtendedS3DestinationConfiguration": {
            "Prefix": "{{Names.DeliveryPrefix}}",
            "ErrorOutputPrefix": "{{Names.ErrorPrefix}}",
            "CompressionFormat": "GZIP",
            "FileExtension": ".csv.gz",
            "BufferingHints": { "IntervalInSeconds": {{Pipeline.BufferSeconds}}, "SizeInMBs": {{Pipeline.BufferMebibytes}} },
            "CloudWatchLoggingOptions": { "Enabled": true }
          }
        }
        """);

    [Fact]
    public void Buffering_comes_from_the_context() => stacks.With("bufferSeconds=300", "bufferMebibytes=128").ShouldHave(
        "AWS::KinesisFirehose::DeliveryStream",
        """{ "ExtendedS3DestinationConfiguration": { "BufferingHints": { "IntervalInSeconds": 300, "SizeInMBs": 128 } } }""");

    [Fact]
    public void The_bucket_is_private_encrypted_and_versioned() => stacks.With().ShouldHave("AWS::S3::Bucket", """
        {
          "PublicAccessBlockConfiguration": {
            "BlockPublicAcls": true, "BlockPublicPolicy": true, "IgnorePublicAcls": true, "RestrictPublicBuckets": true
          },
          "BucketEncryption": { "ServerSideEncryptionConfiguration": [{ "ServerSideEncryptionByDefault": { "SSEAlgorithm": "AES256" } }] },
          "VersioningConfiguration": { "Status": "Enabled" },
          "OwnershipControls": { "Rules": [{ "ObjectOwnership": "BucketOwnerEnforced" }] }
        }
        """);

    [Fact]
    public void Every_bucket_refuses_whoever_does_not_come_by_tls()
    {
        foreach (var stack in Stacks.Variants.Select(variant => stacks.With(variant)))
        {
            stack.OfType("AWS::S3::BucketPolicy").Length.ShouldBe(stack.OfType("AWS::S3::Bucket").Length);
            stack.OfType("AWS::S3::BucketPolicy").ShouldAllBe(policy => policy.ToJsonString(null)
                .Contains("""{"Action":"s3:*","Condition":{"Bool":{"aws:SecureTransport":"false"}},"Effect":"Deny","Principal":"""));
        }
    }

    [Fact]
    public void Objects_become_cheaper_and_expire_as_the_context_says()
    {
        Rules(stacks.With()).ShouldBe(
        [
            "left-overs: ", "hits: analytics- STANDARD_IA after 30", "query-results: query-results/ gone after 7",
        ]);
        Rules(stacks.With(Stacks.Variants[1])).ShouldBe(
        [
            "left-overs: ", "hits: analytics- STANDARD_IA after 30 gone after 400",
            "aws-lambda: aws/lambda/ gone after 400", "quarantine: quarantine/ gone after 400", "errors: errors/ gone after 400",
            "redriven: redriven/ gone after 400", "query-results: query-results/ gone after 7",
        ]);
        Rules(stacks.With(Stacks.Variants[3])).ShouldNotContain(rule => rule.StartsWith("hits", StringComparison.Ordinal));

        static string[] Rules(Synthesized stack) =>
        [
            .. from rule in stack.Properties("AWS::S3::Bucket", "DeliveryToS3")["LifecycleConfiguration"]!["Rules"]!.AsArray()
               let transition = rule["Transitions"]?[0]
               let cheaper = transition is null ? "" : $" {transition["StorageClass"]} after {transition["TransitionInDays"]}"
               let expiry = rule["ExpirationInDays"] is { } days ? $" gone after {days}" : ""
               select $"{rule["Id"]}: {rule["Prefix"]}{cheaper}{expiry}",
        ];
    }

    [Fact]
    public void The_page_on_privacy_names_every_place_that_may_hold_a_users_data()
    {
        var page = Checkout.Read("docs", "privacy.md");
        string[] places =
        [
            .. stacks.With().Tables().Where(table => table["ImportSourceSpecification"] is null).Select(table => (string)table["TableName"]!),
            Names.DeliveryPrefix, Names.ErrorPrefix, Names.QuarantinePrefix, Names.FailurePrefix, Names.RedrivenPrefix,
            Names.QueryResultsPrefix, "petmatch-daily/",
        ];

        places.ShouldAllBe(place => Regex.IsMatch(page, $@"^\| [^|]*`{Regex.Escape(place)}", RegexOptions.Multiline));
    }

    [Fact]
    public void Prefixes_keep_apart_what_lies_in_the_bucket()
    {
        string[] prefixes =
            [
            Names.DeliveryPrefix, Names.ErrorPrefix, Names.QuarantinePrefix, Names.FailurePrefix, Names.RedrivenPrefix, Names.QueryResultsPrefix,
            "petmatch-daily/",
        ];

        prefixes.ShouldAllBe(one => prefixes.Count(other => other.StartsWith(one, StringComparison.Ordinal)) == 1);
    }
}
