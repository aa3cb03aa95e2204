namespace SkillFunction.Breeds;

/// <summary>Finds the breed of a combination; whatever goes wrong is an exception.</summary>
/// <param name="key">The combination's key, <c>canine-{energy}-{size}-{temperament}</c>.</param>
/// <param name="cancellationToken">Gives up waiting.</param>
/// <returns>The breed; null where no breed suits.</returns>
internal delegate Task<string?> BreedLookup(string key, CancellationToken cancellationToken);
