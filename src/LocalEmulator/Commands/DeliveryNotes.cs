using Analytics;
using LocalEmulator.Query;

namespace LocalEmulator.Commands;

/// <summary>Tells what was set aside, where it lies, and what to do.</summary>
internal static class DeliveryNotes
{
    /// <summary>Prints a line for what can be sent again, and one for what never becomes a line.</summary>
    public static void NoteSetAside(this Terminal terminal, Delivery delivery, string dataDirectory)
    {
        if (delivery.GivenUp > 0)
        {
            terminal.Note($"{delivery.GivenUp} hits failed to the end; redrive {RedriveSource.BucketAddress}{Names.FailurePrefix} --data {dataDirectory}");
        }

        if (delivery.Quarantined > 0)
        {
            terminal.Note($"{delivery.Quarantined} hits can never become a line; they lie in {RedriveSource.BucketAddress}{Names.QuarantinePrefix}, each with the reason.");
        }
    }
}
