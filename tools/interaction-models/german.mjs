// What people say to Pet Match in German; build.mjs says how the patterns are read. Ids are the English ones of every locale.

const parts = {
  // Before the dog: what is asked of the skill.
  ask: '(finde|finde mir|such|such mir|zeig mir|empfiehl mir|hilf mir bei|nach|für|{I_Want}|)',
  // The dog with what stands before it, in any order that is usual.
  dog: '({pet}|{size} {pet}|{energy} {pet}|{temperament} {pet}|{temperament}|{size} {temperament}|{energy} {temperament}'
    + '|{size} {temperament} {pet}|{temperament} {size} {pet}|{energy} {temperament} {pet}|{temperament} {energy} {pet}'
    + '|{size} {energy} {pet}|{energy} {size} {pet}|{size} {energy} {temperament}|{energy} {size} {temperament}'
    + '|{size} {energy} {temperament} {pet}|{energy} {size} {temperament} {pet}|{size} {energy}|{energy} {size}|{size}|{energy}'
    + '|{shedding} {pet}|{shedding} {size} {pet}|{size} {shedding} {pet}|{shedding} {size} {temperament}|{size} {shedding} {temperament})',
  // After the dog: what it is like, has or is for.
  like: '(<who> {size} ist|<who> {temperament} ist|<who> {energy} ist|<who> {size} und {energy} ist|<who> {size} und {temperament} ist'
    + '|<who> {temperament} und {energy} ist|<who> {energy} und {temperament} ist|<who> {energy} und {size} ist|<who> {size} {temperament} und {energy} ist'
    + '|<who> {size} ist und {energy} Energie hat|<who> {energy} Energie hat|mit {energy} Energie|{temperament}|<who> {temperament}|{energy}|<who> {energy}'
    + '|mit dem (ich {energy} kann|man {energy} kann|wir {energy} können)|{size}|<who> {size}|den ich {size}|{temperament} mit {energy} Energie)',
  who: '(der|die|das)',
  lead: '(er soll|sie soll|es soll|er sollte|er muss|der {pet} soll|der {pet} sollte)',
  first: '(eher|am liebsten|lieber|vielleicht|ich denke|ich glaube|ich würde sagen|nimm|{I_Want})',
  whose: '(die|meine|unsere|meinen|unseren|den)',
  a: '(ein|eine|einen)',
  bag: '(die|der|meine|meiner|eine|einer) (Handtasche|Tasche|Hosentasche|Jackentasche)',
  me: '(mich|uns|meine Familie|unsere Familie|mein Haus|unser Haus|meine Kinder|unsere Kinder)',
  house: '(das|mein|unser) (Haus|Grundstück|Heim)',
};

export default {
  locales: ['de-DE'],
  invocationName: 'haustier finder',
  parts,
  intents: {
    PetMatchIntent: {
      slots: {
        pet: { type: 'animal' },
        size: {
          type: 'size',
          answers: [
            '{size} [bitte]', 'etwas {size}', '{article} {size} [{pet}|bitte]', 'eher {size}', 'am liebsten {size}', 'einer der {size} ist',
            'einer {size}',
            '(er|es) soll {size} sein', '{I_Want} etwas {size}', '{I_Want} {article} {size} {pet}', '{comparison} als {size}',
            '{size} und {energy}',
            '{article} {size} {temperament}', '{article} {size} {energy} {temperament}',
            '<first> ({size}|{article} {size} [{pet}]|etwas {size})', '<lead> {size} sein', '<lead> {article} {size} {pet} sein',
            '<lead> {size}',
            '{article} {size} (<like>|wäre schön)', '(etwas|einer|einen) <who> {size} ist', '(etwas|einer|einen) <who> {size}',
            'so {size} wie möglich',
            'je {size} desto besser', '(etwas|) {size} und ({temperament}|{energy})', '{size} {pet}',
            '{size} (denke ich|glaube ich|wäre gut)',
          ],
        },
        temperament: {
          type: 'temperament',
          answers: [
            '{temperament} [bitte]', 'als {temperament}', '{article} {temperament} [bitte|{pet}]',
            '(eher|am liebsten) {article} {temperament}',
            '(er|es) soll {temperament} sein', 'einer der {temperament} ist', 'einer {temperament}', 'für (die|meine) {temperament}',
            '{I_Want} {article} {temperament} [{pet}]', '{article} {energy} {temperament}',
            '<first> ({temperament}|{article} {temperament} [{pet}])', '<lead> {temperament} [sein]', '<lead> {article} {temperament} sein',
            '{I_Want} (einen|ein|eine|etwas) [<who>] {temperament}', '(etwas|einen|einer) <who> {temperament} [ist]',
            'er ist {temperament}', 'wir haben {temperament}',
            '{article} {temperament} (wäre toll|wäre schön|denke ich|glaube ich)', '{temperament} und {energy}',
            'ich brauche ihn {temperament}',
          ],
        },
        energy: {
          type: 'energy',
          answers: [
            '{energy} [bitte]', '{energy} Energie [bitte]', 'mit {energy} Energie', 'einer der {energy} ist', 'etwas {energy}',
            '{article} {energy} [{pet}]',
            '(eher|am liebsten) {energy}', '(er|es) soll {energy} sein', 'einer {energy}', 'einer mit {energy} Energie',
            '{I_Want} mit ihm {energy}',
            '{I_Want} {article} {energy} {pet}', '{I_Want} mit ihm {at_the} {location} {energy}',
            '<first> ({energy}|{energy} Energie|{article} {energy} [{pet}]|etwas {energy})', '<lead> {energy} [Energie] (sein|haben)',
            '<lead> {energy}',
            '{I_Want} [nur] {energy}', '{I_Want} mit (ihm|ihr|dem {pet}|meinem {pet}) {energy}',
            '(ich|wir) {energy} [gern|gerne] [{at_the} {location}]',
            'so {energy} wie ich', '(ich|wir) (gehe|gehen) [gern|gerne|viel] {energy}',
          ],
        },
        I_Want: { type: 'I_Want' },
        article: { type: 'article' },
        shedding: { type: 'shedding' },
        at_the: { type: 'at_the' },
        location: { type: 'location' },
        comparison: { type: 'comparison' },
        amount: { type: 'AMAZON.NUMBER' },
        units: { type: 'units' },
      },
      samples: [
        // Without a word about the dog.
        '(finde|finde mir|such mir|hilf mir bei der Suche nach) ein Haustier', 'hilf mir ein Haustier zu finden',
        '(welches|was für ein) (Haustier|Tier) passt zu (mir|uns)',
        '(welche|was für eine) [Hunderasse|Rasse] passt zu (mir|uns)', 'welches Haustier zu mir passt', 'hilf mir bei der Suche',
        'was passt zu mir', 'finde etwas für mich',
        '({I_Want}|) {article} (Haustier|Tier) [mit {energy} Energie|das {size} ist|das {energy} ist|das {temperament} ist|das {temperament} und {energy} ist|das {size} und {energy} ist]',
        '({I_Want}|) {article} {size} (Haustier|Tier)',
        // One value alone.
        '{pet}', '{size}', '{temperament}', '{energy}',
        // Everything about the dog.
        '<ask> {article} <dog>', '{article} <dog> bitte', '{I_Want} {article} <dog> (haben|kaufen|adoptieren|finden)',
        '(finde|finde mir|such mir|{I_Want}|) {article} {pet} <like>', '(finde mir|such mir|{I_Want}|) {article} {size} {pet} <like>',
        '({I_Want}|) {article} {temperament} <like>', '({I_Want}|) {article} {energy} {pet} <like>',
        '({I_Want}|) {article} {size} {energy} {pet} <like>',
        '({I_Want}|) {article} {size} {temperament} (mit {energy} Energie|der {energy} ist|{energy})',
        'hilf mir {article} <dog> (zu finden|auszusuchen)', 'schlag mir {article} <dog> vor', 'such mir {article} passenden {pet}',
        '{article} <dog> (hätte ich gern|hätte ich gerne|suche ich|wäre schön)',
        // The same without an article: "ich mag kleine Hunde", "kleiner ruhiger Hund".
        '(<ask>|gibt es|gibt es auch|hast du auch) <dog>', '(zeig mir|{I_Want}|für|) {pet} <like>', '({I_Want}|) {size} {pet} <like>',
        '{size} und {energy}',
        '{size} {energy} und {temperament}', '{size} {temperament} mit {energy} Energie',
        // Something, one, it.
        '({I_Want}|finde mir|finde|) etwas ({size}|{energy}|{size} und {energy}|{size} und {temperament}|{energy} und {temperament}) [bitte]',
        '({I_Want}|) (etwas|jemanden) <like>', '({I_Want}|) (einen|einer|eins) <who> ({size}|{temperament}|{energy}) [ist]',
        '({I_Want}|) etwas {size} [das] {temperament}',
        '<lead> ({size}|{energy}|{temperament}|{size} und {energy}|{size} und {temperament}|{article} {size} {energy} {temperament}|{article} {size} {temperament}) sein',
        '<lead> {size} sein und {energy} Energie haben', '<lead> {size} sein und {temperament}',
        // Questions.
        '(welcher|welches|welche) [{size}] {pet} (passt|passen) zu (mir|uns|{article} {temperament})',
        '(welcher|welches|welche) {pet} ist der richtige für mich',
        'welchen [{size}] {pet} soll ich (nehmen|kaufen|mir holen|mir zulegen)', 'welcher {pet} zu mir passt',
        'was für (ein|einen) [{size}] {pet} (passt zu mir|soll ich nehmen)',
        '(welcher|welche) [{size}] {pet} (ist|sind) ({temperament}|{energy}|{size})',
        // What is done with it, and where.
        '{I_Want} mit (meinem|dem|einem|unserem) {pet} [{at_the} {location}] {energy}', '{I_Want} mit ihm [{at_the} {location}] {energy}',
        '{I_Want} {at_the} {location} {energy}',
        '({I_Want}|) {article} [{size}] {pet} {energy} {at_the} {location}', '({I_Want}|) {article} {pet} für {at_the} {location}',
        '({I_Want}|) {article} {pet} für {article} {location}',
        '({I_Want}|) {article} [{size}] {pet} {shedding}', '{I_Want} {article} {pet} {comparison} als ({size}|{amount} {units})',
        '{article} [{size}] {pet} {comparison} als {amount} {units}',
      ],
    },
    MyNameIsIntent: {
      slots: { name: { type: 'AMAZON.FirstName' } },
      samples: [
        'mein Name ist {name}', 'ich heiße {name}', 'ich bin [der|die] {name}', '[bitte] (nenn|nenne) mich {name}',
        'du kannst mich {name} nennen',
        'alle nennen mich {name}', '{name} ist mein Name', 'merk dir dass ich {name} heiße', 'merk dir meinen Namen',
        'ich sage dir meinen Namen', 'hier ist {name}',
      ],
    },
    LastMatchIntent: {
      samples: [
        'was war (mein|der) letzter Treffer', 'was war (mein|der) letzte Treffer', 'was war mein letztes Ergebnis',
        'was war mein letzter Hund',
        'welcher Hund war (es letztes Mal|das)',
        'welchen Hund hast du [mir|für mich] [letztes Mal|zuletzt] (gefunden|empfohlen|vorgeschlagen)',
        'welche Rasse hast du [mir|für mich] [letztes Mal|zuletzt] (gefunden|empfohlen|vorgeschlagen)', 'welche Rasse war es letztes Mal',
        'was hast du [für mich|mir] [letztes Mal|zuletzt] (gefunden|empfohlen)', 'wie hieß die Rasse',
        '(sag|nenn) mir meinen letzten Treffer', '(wiederhole|wiederhol) meinen letzten Treffer', 'erinnere mich an meinen letzten Treffer',
      ],
    },
    ForgetMeIntent: {
      samples: [
        '[bitte] vergiss (mich|meinen Namen|wer ich bin|alles|alles über mich|alles was du über mich weißt|meinen letzten Treffer)',
        '[bitte] (lösche|lösch|entferne) (mich|meine Daten|alle meine Daten|meinen Namen|alles über mich|alles was du über mich weißt)',
        'leere dein Gedächtnis',
      ],
    },
    'AMAZON.YesIntent': {},
    'AMAZON.NoIntent': {},
    'AMAZON.RepeatIntent': {},
    'AMAZON.StartOverIntent': {},
    'AMAZON.CancelIntent': {},
    'AMAZON.HelpIntent': {},
    'AMAZON.StopIntent': {},
    'AMAZON.FallbackIntent': {},
    'AMAZON.NavigateHomeIntent': {},
  },
  types: {
    animal: {
      dog: ['Hund', '(Hunde|Hunden|Hundes|Hündchen|Hündin|Welpe|Welpen|Wauwau|Vierbeiner|Rüde|Rüden)'],
      cat: ['Katze', '(Katzen|Kätzchen|Kater|Mieze|Miezekatze|Stubentiger)'],
      mythical_creatures: [
        'Fabelwesen',
        '(Fabeltier|Einhorn|Einhörner|Chimäre|Drache|Drachen|Phönix|Troll|Meerjungfrau|Greif|Zentaur|Sphinx|Hydra|Krake|Basilisk|Werwolf|Yeti|Fee|Pegasus)',
        '(Minotaurus|Zerberus|Kobold)',
      ],
    },
    size: {
      tiny: [
        'winzig', 'winzig~', 'winzigst~', 'mini', 'winzig klein~', '(ganz|sehr) klein~', 'kleinst~', 'klitzeklein~', 'billig im Futter',
        'kleiner als eine Katze',
        '[passt] in <bag> [passt|passen|tragen|tragen kann|zu tragen]', 'für die (Handtasche|Hosentasche)',
        '(Taschenformat|Teetasse|Zwerg)', 'im Taschenformat', 'kläffend~',
      ],
      small: [
        'klein', 'klein~', 'kleiner~', 'mini', 'nicht (zu|so|sehr) groß~', '(mit ins|fürs) Flugzeug', 'kompakt~', 'niedrig gebaut',
        'eher klein~', 'kleingewachsen~',
      ],
      medium: [
        'mittelgroß', 'mittelgroß~', 'mittel', 'mittler~', '(mittlere|mittlerer|normaler) Größe', 'normal groß~', 'durchschnittlich~',
        'durchschnittlich groß~', 'bis zum Knie',
        'größer als eine Katze', 'auf dem Bett', 'dazwischen', 'nicht (zu|so|sehr) klein~', 'kniehoch~',
      ],
      large: [
        'groß', 'groß~', 'größer', 'größer~', 'größt~', 'riesig~', 'gewaltig~', 'gigantisch~', '(sehr|ganz|richtig) groß~', 'riesengroß~',
        '(Lastwagen|Riese|Riesen)', 'bis zur Hüfte',
        'zum Reiten', '[der] mir die Haare vom Kopf frisst', 'furchterregend groß~', 'mächtig~', 'stattlich~',
      ],
    },
    temperament: {
      family: [
        'Familienhund', '(Familienhunde|Familie|Familien|Familienhunden)', 'für <whose> [ganze] Familie', 'für eine [ganze] Familie',
        '[für] Familien [mit Kindern]', 'kinderlieb~',
        'kinderfreundlich~', 'familienfreundlich~', '(lieb|gut|sanft|geduldig|nett) (zu|mit) [den|meinen|unseren|kleinen] Kindern',
        'für [die|meine|unsere] Kinder', '[meine|unsere] Kinder', 'Kindern',
        'für die Kleinen', '[der] Kinder (mag|liebt)', '[der] gern mit Kindern spielt', 'freundlich~', 'Freund der Familie', 'sanft~',
        'gutmütig~', 'zum Liebhaben',
      ],
      guard: [
        'Schutzhund', '(Schutzhunde|Schutzhunden|Schutz|Beschützer|Leibwächter)', 'zum Schutz', 'zu (meinem|unserem) Schutz',
        '[der] <me> (beschützt|beschützen|schützt|beschützen kann)',
        '[der] auf (mich|uns|meine Familie|meine Kinder) (aufpasst|aufpassen)', 'beschützend~', 'beschützerisch~',
      ],
      watch: [
        'Wachhund', '(Wachhunde|Wachhunden|Wache|Hofhund|Hofhunde)', 'als Wache', 'wachsam~', 'aufmerksam~',
        '[der] (Leute|Fremde|Besucher) (anbellt|anbellen)',
        '[der] bellt wenn (jemand|einer) (kommt|klingelt)', 'erwachsen~', '<house> (bewacht|bewachen)', 'auf <house> (aufpasst|aufpassen)',
        'der [viel] bellt', 'zum Aufpassen',
      ],
    },
    energy: {
      low: [
        'ruhig', 'ruhig~', 'ruhiger~', 'wenig', '(wenig|weniger|niedrige|geringe|kaum) Energie', 'niedrig~', 'gering~', 'faul~', 'fauler~',
        'faulst~', 'träge', 'gemütlich~', 'verschmust~', 'kuschelig~',
        'entspannt~', '[zum] Kuscheln', '[zum] Fernsehen', '[zum] Netflix schauen', 'fürs (Sofa|Bett)', 'nicht (so|sehr|zu) viel',
        'nicht viel [Energie|Auslauf]', 'wenig (Auslauf|Bewegung)', 'still~',
        'gelassen~', 'schläfrig~', 'zum Schmusen', 'schmusen',
      ],
      medium: [
        'ausgeglichen', 'ausgeglichen~', 'mittel', 'mittler~', '(mittlere|mittlerer|normale|normaler) Energie', 'verspielt~',
        'für (die|meine|unsere|eine) Wohnung', 'zum Spielen', 'spielen', '[der] gern spielt',
        'gern spielen', 'tauziehen', 'spazieren [gehen]', 'zum Spazierengehen', 'spazierengehen', 'normal~', 'dazwischen',
        'durchschnittlich~',
      ],
      high: [
        'lebhaft', 'lebhaft~', '[ganz|sehr] viel', '(viel|hohe|hoher) Energie', 'hoch', 'hohe', 'hoher', 'hohen', 'hohes',
        'energiegeladen~', 'energisch~', 'aktiv~', 'sportlich~', 'wild~', 'munter~',
        '[zum] Laufen', 'läuft', 'laufe', 'zum Rennen', 'rennen', '[zum] Joggen', 'joggen gehen', 'jogge', '[zum] Wandern', 'wandern gehen',
        'wandere', 'wandert', 'mit dem (ich|man) laufen kann', 'mit dem wir laufen können', '[zum] Frisbee spielen',
        'Stöckchen holen', 'apportieren', '[zum] Toben', '(viel|lange) (Auslauf|Bewegung|Spaziergänge)', 'temperamentvoll~', 'ausdauernd~',
        'flott~', 'quirlig~',
      ],
    },
    I_Want: {
      want: ['ich will', 'wir wollen', '(will|wollen)', '(ich will|wir wollen) [mir|uns] haben', '(er|sie) will'],
      would_like: [
        'ich möchte', '(wir möchten|möchte|möchten)', 'ich möchte (gern|gerne)', '(ich hätte|wir hätten|hätte|hätten) (gern|gerne)',
        '(ich würde|wir würden) (gern|gerne)', '(möchte|hätte|hätten|möchten|will) ich',
        'hätte ich (gern|gerne)', '(er|sie) (möchte|hätte gern)',
      ],
      prefer: [
        'ich bevorzuge', 'wir bevorzugen', '(ich hätte|ich möchte|wir hätten|wir möchten) lieber', 'am liebsten (hätte|möchte) ich',
        'lieber', 'ich mag am liebsten', 'ich fände',
      ],
      look_for: [
        'ich suche', 'wir suchen', '(ich bin|wir sind) auf der Suche nach', 'suche', 'suchen', '(ich denke|wir denken) über', 'lass uns',
      ],
      need: ['ich brauche', 'wir brauchen', '(ich bräuchte|wir bräuchten|brauche)', '(ich könnte|wir könnten)'],
      how_about: ['wie wäre es mit', "wie wär's mit", 'vielleicht', 'was ist mit'],
      give: [
        'gib mir', '(zeig|nenn|nenne) mir', 'hast du', 'habt ihr', 'haben Sie', '(kann|könnte) ich', '(kann|könnte) ich (haben|bekommen)',
        'gibt es', 'kennst du', 'zeig uns',
      ],
      like: ['ich mag', 'wir mögen', '(ich liebe|wir lieben)', '(ich wünsche mir|wir wünschen uns)', '(ich|wir) (träume|träumen) von'],
    },
    article: {
      a: ['ein', '(eine|einen|einem|einer|eines)'],
      the: ['der', '(die|das|den|dem|diesen|diese|dieses)'],
      some: ['irgendein', '(irgendeinen|irgendeine|so ein|so einen|so eine|ein paar|einen guten|ein guter|noch einen)'],
      my: ['mein', '(meinen|meine|meinem|unser|unseren|unsere|unserem|deine|deinen)'],
    },
    shedding: {
      hypoallergenic: ['hypoallergen', 'hypoallergen~', 'allergikerfreundlich~', 'für [einen] Allergiker'],
      low_shedding: ['nicht haarend', '(nicht|wenig|kaum) haarend~', '[der] (nicht|kaum|wenig) haart'],
      short_haired: ['kurzhaarig', 'kurzhaarig~', 'glatthaarig~'],
      long_haired: ['langhaarig', 'langhaarig~', 'flauschig~', 'zottelig~', 'wuschelig~'],
      hairless: ['haarlos', 'haarlos~', 'nackt~'],
    },
    at_the: {
      at: ['am', '(an der|an dem|beim|bei der)'],
      in: ['im', '(in der|in den|in die|ins|in unserem|in meinem)'],
      on: ['auf dem', '(auf der|auf den|auf die|aufs)'],
      to: ['zum', '(zur|ans|an den|an die)'],
      through: ['durch den', '(durch die|durchs|entlang)'],
    },
    location: {
      beach: ['Strand', '(Meer|Küste|Ostsee|Nordsee)'],
      mountains: ['Berge', '(Bergen|Berg|Gebirge|Alpen|Hügel)'],
      dog_park: ['Hundewiese', '(Hundeplatz|Hundestrand|Hundeauslauf)'],
      trail: ['Wanderweg', '(Weg|Pfad|Feldweg|Wanderwege)'],
      park: ['Park', '(Stadtpark|Spielplatz)'],
      forest: ['Wald', '(Wälder|Wäldern|Forst)'],
      lake: ['See', '(Fluss|Teich|Weiher)'],
      yard: ['Garten', '(Hof|Wiese)'],
      home: ['Zuhause', '(Haus|Sofa|Couch|Wohnung)'],
      city: ['Stadt', '(Straße|Innenstadt|Viertel)'],
    },
    comparison: {
      bigger: ['größer', '(höher|nicht kleiner)'],
      smaller: ['kleiner', '(niedriger|nicht größer)'],
      heavier: ['schwerer', '(mehr|nicht leichter)'],
      lighter: ['leichter', '(weniger|nicht schwerer|nicht mehr)'],
    },
    units: {
      pounds: ['Pfund', 'Pfunde'],
      kilograms: ['Kilogramm', '(Kilo|Kilos)'],
      inches: ['Zoll'],
      feet: ['Fuß'],
      centimeters: ['Zentimeter', 'Zentimetern'],
    },
  },
  prompts: {
    size: [
      'Wie groß soll dein Hund sein: winzig, klein, mittelgroß oder groß?',
      'Welche Größe hättest du gern? Winzig, klein, mittelgroß oder groß?',
      'Fangen wir mit der Größe an: winzig, klein, mittelgroß oder groß?', 'Sag mir die Größe, von winzig bis groß.',
    ],
    temperament: [
      'Was soll dein Hund werden: ein Familienhund, ein Schutzhund oder ein Wachhund?',
      'Möchtest du einen Familienhund, einen Schutzhund oder einen Wachhund?',
      'Wofür ist er da: für die Familie, zum Schutz oder als Wache?',
      'Soll er eher lieb zu Kindern sein, dich beschützen oder bellen, wenn jemand kommt?',
    ],
    energy: [
      'Wie viel Energie darf er haben: wenig, mittel oder viel?', 'Hättest du lieber einen Hund mit wenig, mittlerer oder viel Energie?',
      'Und das Temperament: ruhig fürs Sofa, ausgeglichen oder lebhaft für lange Läufe?',
      'Letzte Frage: hat er wenig, mittlere oder viel Energie?',
    ],
  },
};
