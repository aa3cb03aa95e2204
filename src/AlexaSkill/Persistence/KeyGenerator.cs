using AlexaSkill.Requests;

namespace AlexaSkill.Persistence;

/// <summary>Makes the key that a request's attributes are stored under.</summary>
/// <param name="request">The request.</param>
/// <returns>The key, not empty.</returns>
/// <exception cref="PersistenceException">The request lacks what the key is made of.</exception>
public delegate string KeyGenerator(RequestEnvelope request);
