namespace LocalEmulator.Services;

/// <summary>What the emulator has seen since it started.</summary>
/// <param name="Hits">Items that were new in the hits table.</param>
/// <param name="Forwarded">Records that the forwarder has delivered.</param>
/// <param name="Batches">Invocations of the forwarder.</param>
/// <param name="Retries">Batches, or rests of batches, that were delivered again.</param>
/// <param name="Failed">Records that went to the failure destination.</param>
/// <param name="Objects">Objects that the delivery stream has written.</param>
internal sealed record EmulatorCounters(long Hits, long Forwarded, long Batches, long Retries, long Failed, long Objects);
