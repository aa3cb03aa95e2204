using AlexaSkill.Requests;

namespace AlexaSimulator.InteractionModels;

internal sealed partial record Language
{
    private static Language German => new()
    {
        Code = "de",
        BuiltIns = new Dictionary<string, IReadOnlyList<string>>
        {
            [IntentNames.Stop] = ["stopp", "stop", "halt", "aufhören", "hör auf", "schluss", "sei still", "ruhe"],
            [IntentNames.Cancel] = ["abbrechen", "abbruch", "brich ab", "vergiss es", "egal", "lass es", "lass gut sein"],
            [IntentNames.Help] =
            [
                "hilfe", "hilf mir", "ich brauche Hilfe", "was kannst du", "was kann ich sagen", "was kann ich fragen",
                "was soll ich sagen", "was gibt es zur Auswahl", "wie funktioniert das",
            ],
            [IntentNames.Repeat] =
            [
                "wiederholen", "wiederhole", "wiederhole das", "wiederhol das", "das wiederholen", "wiederhole die Frage", "noch mal",
                "nochmal", "noch einmal", "sag das noch mal", "sag das nochmal", "sag das noch einmal", "sag es noch einmal", "wie bitte",
                "was hast du gesagt", "das habe ich nicht verstanden", "ich habe dich nicht verstanden",
            ],
            [IntentNames.StartOver] =
            [
                "von vorne", "von vorn", "noch mal von vorne", "noch mal von vorn", "noch einmal von vorne", "noch einmal von vorn",
                "neu anfangen", "neu starten", "neustart", "von vorne anfangen", "fang von vorne an", "fang von vorn an",
                "fang noch mal von vorne an", "fang noch einmal von vorne an", "fang noch mal an", "beginne von vorne", "beginne von vorn",
            ],
            [IntentNames.NavigateHome] = ["startseite", "zur startseite", "gehe zur startseite", "startbildschirm", "nach hause"],
            [IntentNames.Yes] =
            [
                "ja", "ja bitte", "jawohl", "klar", "na klar", "ja klar", "sicher", "gern", "gerne", "ja gern", "ja gerne", "ok", "okay",
                "natürlich", "genau", "ja bin ich", "auf jeden Fall",
            ],
            [IntentNames.No] = ["nein", "nein danke", "nö", "nee", "lieber nicht", "auf keinen Fall", "falsch", "eher nicht"],
        },
        Exit = ["beenden", "verlassen"],
        Launches = ["öffne", "starte", "start", "beginne", "lade"],
        Asks = ["spiele", "benutze", "frag", "frage", "sag", "sage", "bitte"],
        Connectors = ["nach", "um", "und", "dass", "ob", "zu"],
        Backlinks = ["mit", "bei", "von", "in", "über"],
        Questions =
        [
            "was", "wer", "wen", "wem", "wann", "wo", "warum", "wieso", "weshalb", "wieviel", "welche", "welcher", "welches", "welchen",
            "wie ist", "wie wird", "wie viel", "wie viele", "wie weit", "wie spät", "wie alt", "wie hoch", "wie groß ist", "wie lange", "wie oft",
            "wie heißt", "wie hieß", "wie geht", "wie kommt", "wie macht", "wie funktioniert",
        ],
        Negations = ["nicht", "kein", "keine", "keinen", "keiner", "keines", "nie", "ohne"],
        Fillers =
        [
            "bitte", "ähm", "äh", "hm", "ach", "och", "oh", "also", "na ja", "naja", "na gut", "also gut", "okay", "ok", "hallo", "hi",
            "guten Tag", "guten Morgen", "guten Abend", "mal", "doch", "halt", "eben", "eigentlich", "wirklich", "richtig", "ziemlich",
            "recht", "sehr", "ganz", "so", "eher", "einfach", "nur", "auch", "vielleicht", "wahrscheinlich", "danke", "glaube ich",
            "ich glaube", "denke ich", "ich denke", "ich würde sagen", "ich meine", "weißt du", "kannst du", "könntest du", "würdest du",
            "wäre toll", "wäre schön", "wäre gut", "wäre mir lieber", "wenn möglich", "für mich", "für uns",
        ],
        Numbers = NumberWords.German,
        Stem = Stems.German,
    };
}
