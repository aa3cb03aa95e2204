using FunctionHosting;
using Microsoft.Extensions.Logging;

namespace StreamToFirehoseFunction;

/// <summary>Puts the function together.</summary>
internal static class ForwarderComposition
{
    /// <summary>Creates what handles invocations.</summary>
    public static Forwarder Create(
        Settings settings, ForwarderServices services, EmbeddedMetrics metrics, Random random, TimeProvider time, ILogger logger)
    {
        var delivery = new Delivery(services.Firehose, settings.DeliveryStream, time, random, logger);
        var quarantine = services.S3 is null || settings.QuarantineBucket is null
            ? null
            : new Quarantine(services.S3, settings.QuarantineBucket, settings.QuarantinePrefix, time, logger);
        var deliveryLog = services.DynamoDb is null || settings.DeliveryLogTable is null
            ? null
            : new DeliveryLog(services.DynamoDb, settings.DeliveryLogTable, time, logger);
        return new Forwarder(settings.Layout, delivery, quarantine, deliveryLog, metrics, logger);
    }
}
