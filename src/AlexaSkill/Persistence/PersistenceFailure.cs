namespace AlexaSkill.Persistence;

/// <summary>Why a store could not do what it was asked.</summary>
public enum PersistenceFailure
{
    /// <summary>The store did not answer, or answered that it can't at present.</summary>
    Unavailable,

    /// <summary>The request lacks the id that the store's key is made of.</summary>
    MissingKey,

    /// <summary>The store's table, bucket or address does not exist.</summary>
    NotFound,

    /// <summary>The skill may not do this; the message names the permission or the token.</summary>
    AccessDenied,

    /// <summary>What is stored is no set of attributes.</summary>
    Unreadable,

    /// <summary>Somebody else has saved since the attributes were read: read them again and repeat the change.</summary>
    Conflict,

    /// <summary>The store does not take this, such as attributes that are too large for it.</summary>
    Refused,
}
