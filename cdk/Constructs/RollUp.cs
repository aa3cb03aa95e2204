using Amazon.CDK;
using Amazon.CDK.AWS.Athena;
using Amazon.CDK.AWS.CloudWatch;
using Amazon.CDK.AWS.CloudWatch.Actions;
using Amazon.CDK.AWS.IAM;
using Amazon.CDK.AWS.S3;
using Amazon.CDK.AWS.Scheduler;
using Amazon.CDK.AWS.SNS;
using Amazon.CDK.AWS.SQS;
using Analytics;
using Cdk.Settings;
using Constructs;
using CfnRule = Amazon.CDK.AWS.Events.CfnRule;
using CfnRuleProps = Amazon.CDK.AWS.Events.CfnRuleProps;

namespace Cdk.Constructs;

internal sealed record RollUpProps
{
    /// <summary>The name of its schedule, work group and queue.</summary>
    public required string Name { get; init; }

    public required AthenaCatalog Catalog { get; init; }

    /// <summary>Where the hits lie, and the roll-up beside them.</summary>
    public required Bucket Bucket { get; init; }

    /// <summary>Who is told when it fails.</summary>
    public required Topic Alarms { get; init; }

    public required DataRetention Retention { get; init; }
}

/// <summary>
/// The daily roll-up: an Iceberg table, the schedule that merges finished days into it, and the views and queries over it. Whatever prevents
/// a merge is a message in one queue, which has an alarm: the schedule's failed calls, and the queries that failed.
/// </summary>
internal sealed class RollUp : Construct
{
    private const string AfterMidnight = "cron(15 1 * * ? *)"; // the last hits of a day are delivered by one o'clock
    private const int MaxRetries = 5;
    private const int MaxAgeSeconds = 60 * 60;
    private const int QueueDays = 14; // SQS: the longest

    private readonly RollUpProps props;

    public RollUp(Construct scope, string id, RollUpProps props)
        : base(scope, id)
    {
        this.props = props;
        var table = new RollUpTable(this, "Table", new RollUpTableProps
        {
            Database = props.Catalog.Database, TableName = props.Catalog.Sql.RollUpName, Bucket = props.Bucket, Retention = props.Retention,
        });
        table.Resource.AddDependency(props.Catalog.DatabaseResource);
        AddQuestions(table);
        var workGroup = BuildWorkGroup();
        var queue = BuildQueue();
        ReportFailedQueries(queue);
        Schedule(queue, table, workGroup);
        new Alarm(this, "RollUpAlarm", new AlarmProps
        {
            Metric = queue.MetricApproximateNumberOfMessagesVisible(new MetricOptions { Statistic = "Maximum", Period = Duration.Minutes(5) }),
            Threshold = 0,
            EvaluationPeriods = 1,
            ComparisonOperator = ComparisonOperator.GREATER_THAN_THRESHOLD,
            AlarmDescription = "Questions to the roll-up miss a day or more: a merge failed. The messages of the queue say why; "
                + "mend that, run athena/rollup/merge.sql for the days that are missing, then purge the queue. More in docs/operations.md.",
            TreatMissingData = TreatMissingData.NOT_BREACHING,
        }).AddAlarmAction(new SnsAction(props.Alarms));
    }

    private void AddQuestions(RollUpTable table)
    {
        var (catalog, sql) = (props.Catalog, props.Catalog.Sql);
        foreach (var view in new[] { Views.Hits, Views.Dialogs })
        {
            catalog.AddView($"{view.Name}_daily", sql.RolledUpNameOf(view), sql.RolledUpDefinition(view), view.Columns.Select(AthenaColumn.RolledUp))
                .AddDependency(table.Resource);
        }

        foreach (var query in sql.RolledUpQueries())
        {
            catalog.AddQuery(query);
        }
    }

    /// <summary>A work group of its own: its failures are the roll-up's, and what it reads is two days, however much that is.</summary>
    private CfnWorkGroup BuildWorkGroup() => new(this, "WorkGroup", new CfnWorkGroupProps
    {
        Name = props.Name,
        Description = "The daily merge of Pet Match's roll-up",
        RecursiveDeleteOption = true,
        WorkGroupConfiguration = props.Catalog.Configuration(null),
    });

    private Queue BuildQueue() => new(this, "Queue", new QueueProps
    {
        QueueName = props.Name,
        Encryption = QueueEncryption.SQS_MANAGED,
        EnforceSSL = true,
        RetentionPeriod = Duration.Days(QueueDays),
        RemovalPolicy = RemovalPolicy.DESTROY,
    });

    // The schedule sees that Athena took the query, not how it ended.
    // https://docs.aws.amazon.com/athena/latest/ug/athena-events.html
    private void ReportFailedQueries(Queue queue)
    {
        var rule = new CfnRule(this, "FailedQueries", new CfnRuleProps
        {
            Description = "Merges of the roll-up that failed",
            State = "ENABLED",
            EventPattern = new Dictionary<string, object>
            {
                ["source"] = AnyOf("aws.athena"),
                ["detail-type"] = AnyOf("Athena Query State Change"),
                ["detail"] = new Dictionary<string, object>
                {
                    ["workgroupName"] = AnyOf(props.Name), ["currentState"] = AnyOf("FAILED", "CANCELLED", "CANCELED"),
                },
            },
            Targets = new[] { new CfnRule.TargetProperty { Id = "Queue", Arn = queue.QueueArn } },
        });
        queue.AddToResourcePolicy(new PolicyStatement(new PolicyStatementProps
        {
            Sid = "FailedQueries",
            Principals = [new ServicePrincipal("events.amazonaws.com")],
            Actions = ["sqs:SendMessage"],
            Resources = [queue.QueueArn],
            Conditions = new Dictionary<string, object>
            {
                ["ArnEquals"] = new Dictionary<string, object> { ["aws:SourceArn"] = rule.AttrArn },
            },
        }));
    }

    // https://docs.aws.amazon.com/scheduler/latest/UserGuide/managing-targets-universal.html
    private void Schedule(Queue queue, RollUpTable table, CfnWorkGroup workGroup)
    {
        var role = new RollUpRole(this, "Role", new RollUpRoleProps
        {
            WorkGroup = props.Name, Catalog = props.Catalog, Bucket = props.Bucket, Queue = queue,
        });
        var schedule = new CfnSchedule(this, "Schedule", new CfnScheduleProps
        {
            Name = props.Name,
            Description = "Merges finished days into the roll-up",
            ScheduleExpression = AfterMidnight,
            ScheduleExpressionTimezone = "UTC",
            FlexibleTimeWindow = new CfnSchedule.FlexibleTimeWindowProperty { Mode = "OFF" },
            Target = new CfnSchedule.TargetProperty
            {
                Arn = $"arn:{Aws.PARTITION}:scheduler:::aws-sdk:athena:startQueryExecution",
                RoleArn = role.RoleArn,
                Input = Stack.Of(this).ToJsonString(new Dictionary<string, object>
                {
                    ["QueryString"] = props.Catalog.Sql.Merge(), ["WorkGroup"] = props.Name,
                }),
                RetryPolicy = new CfnSchedule.RetryPolicyProperty
                {
                    MaximumRetryAttempts = MaxRetries, MaximumEventAgeInSeconds = MaxAgeSeconds,
                },
                DeadLetterConfig = new CfnSchedule.DeadLetterConfigProperty { Arn = queue.QueueArn },
            },
        });
        schedule.AddDependency(workGroup);
        schedule.AddDependency(table.Resource);
        schedule.Node.AddDependency(props.Catalog, role);
    }

    private static string[] AnyOf(params string[] values) => values;
}
