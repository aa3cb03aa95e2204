// What people say to Pet Match in English; build.mjs says how the patterns are read. All English locales share it.

const parts = {
  // Before the dog: what is asked of the skill.
  ask: '(find|find me|get me|show me|recommend|recommend me|suggest|match me with|help me find|help me choose|for|about|{I_Want}|)',
  // The dog with what stands before it, in any order that is usual.
  dog: '({pet}|{size} {pet}|{energy} {pet}|{temperament} {pet}|{temperament}|{size} {temperament}|{energy} {temperament}'
    + '|{size} {temperament} {pet}|{temperament} {size} {pet}|{energy} {temperament} {pet}|{temperament} {energy} {pet}'
    + '|{size} {energy} {pet}|{energy} {size} {pet}|{size} {energy} {temperament}|{energy} {size} {temperament}'
    + '|{size} {energy} {temperament} {pet}|{energy} {size} {temperament} {pet}|{energy} energy {pet}|{energy} energy {temperament}'
    + '|{size} {energy} energy {pet}|{size} {energy} energy {temperament}|{size} one|{energy} one|{shedding} {pet}|{shedding} {size} {pet}'
    + '|{size} {shedding} {pet}|{shedding} {size} {temperament}|{size} {shedding} {temperament})',
  // After the dog: what it is like, has or is for.
  like: '(that is {size}|that is {temperament}|that is {energy}|who is {temperament}|that is {size} and {energy}|that is {size} and {temperament}'
    + '|that is {temperament} and {energy}|that is {energy} and {temperament}|that is {energy} and {size}|that is {size} {temperament} and {energy}'
    + '|that is {size} and has {energy} energy|that has {energy} energy|with {energy} energy|{temperament}|that {temperament}|that can {temperament}'
    + '|who can {temperament}|{energy}|{energy} with|to {energy}|to {energy} with|that I can {energy} with|that I can {energy}|I can {energy} with'
    + '|that {energy}|that can {energy}|{size}|that I can {size}|I can {size}|that {size}|{temperament} with {energy} energy)',
  one: '(one|{pet})',
  lead: '(it should be|it has to be|it must be|make it|I would say|I think|let us say|preferably|rather|{I_Want})',
  kids: '(kids|children)',
  whose: '(the|my|our)',
  me: '(me|us|my family|our family|my house|our house|the house|my home|our home|my kids|my children)',
  house: '(the|my|our) (house|home|garden)',
  bag: '(my|a) (pocket|purse|handbag|bag)',
};

export default {
  locales: ['en-US', 'en-GB'],
  invocationName: 'pet match',
  parts,
  intents: {
    PetMatchIntent: {
      slots: {
        pet: { type: 'animal' },
        size: {
          type: 'size',
          answers: [
            '{size}', 'the {size}', '{article} {size}', '{size} size', '{size} sized', '{size} please', 'something {size}',
            '{article} {size} {pet}', '{article} {size} one', '{I_Want} {article} {size} {pet}', '{I_Want} {article} {size} one',
            '{I_Want} something {size}', 'one that I can {size}', 'one I can {size}', 'one that is {size}', 'it should be {size}',
            '{comparison} than a {size}', '{size} with {energy} energy', '{article} {size} {temperament}',
            '{article} {size} {temperament} {pet}',
            '<lead> ({size}|{article} {size} <one>|something {size})', '{article} {size} <one> (please|<like>)',
            '(one|something) (that|which) is {size}', '(one|something) that {size}', 'as {size} as possible', 'the {size} the better',
            '(something|) {size} and ({energy}|{temperament})', 'it should {size}', 'it must {size}', 'any {size} {pet}', '{size} {pet}',
            '{size} (I think|I guess|is fine|would be fine)',
          ],
        },
        temperament: {
          type: 'temperament',
          answers: [
            '{temperament}', 'the {temperament}', '{article} {temperament}', '{temperament} {pet}', '{article} {temperament} {pet}',
            '{temperament} please', 'one that {temperament}', 'one {temperament}', 'for the {temperament}', 'for my {temperament}',
            'it {temperament}', 'one that is {temperament}', 'it should be {temperament}', 'something {temperament}',
            '{I_Want} {article} {temperament}', '{I_Want} {article} {temperament} {pet}', '{temperament} with {energy} energy',
            '{article} {energy} {temperament} {pet}',
            '<lead> ({temperament}|{article} {temperament} [<one>]|one that [is] {temperament}|one who [is] {temperament})',
            '(it|the {pet}) (is|should|should be|has to be|must be|has to|must|can) {temperament}', 'for {article} {temperament}',
            '{article} {temperament} would be great', 'we have {temperament}', '{temperament} and {energy}',
            'it is for {article} {temperament}',
          ],
        },
        energy: {
          type: 'energy',
          answers: [
            '{energy}', '{energy} energy', 'with {energy} energy', 'one with {energy} energy', 'one that is {energy}',
            'one that can {energy}', '{energy} please', 'the {energy}', '{energy} {pet}', '{article} {energy} {pet}',
            '{article} {energy} one', '{article} {energy} energy {pet}', 'one {energy}', 'one to {energy}', 'something {energy}',
            'it should be {energy}', '{I_Want} {energy} energy', '{I_Want} {article} {energy} {pet}', '{I_Want} to {energy}',
            '{I_Want} to {energy} {at_the} {location}',
            '<lead> ({energy}|{energy} energy|{article} {energy} [energy] <one>|one that is {energy}|one with {energy} energy)',
            '(it|the {pet}) (is|should|should be|has to be|must be|should have|has) {energy} [energy]', '{energy} energy please',
            '{I_Want} to {energy} with (it|him|her|my {pet}|{article} {pet})', 'as {energy} as me', 'I just want to {energy}',
            '(I|we) {energy} {at_the} {location}', '(I|we) (like|love) to {energy} [{at_the} {location}]',
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
        '(find|find me|get me|recommend|help me find|help me choose|{I_Want}) {article} pet',
        '(find|find me|help me find) a pet [for me|for us]',
        'which pet is right for me', '(which|what) [dog] breed (suits|is right for|would suit|is best for) (me|us)', 'match me',
        '{I_Want} {article} {size} pet', '{article} {size} pet',
        '{I_Want} {article} pet (with {energy} energy|that is {energy}|that is {size})',
        '{I_Want} {article} pet that is ({temperament} and {energy}|{size} and {energy}|{size} and {temperament}|{temperament})',
        '{article} pet (with {energy} energy|that is {size}|that is {temperament}|that is {energy}|that is {temperament} and {energy})',
        // One value alone.
        '{pet}', '{size}', '{temperament}', '{energy}',
        // Everything about the dog.
        '<ask> {article} <dog>', '{article} <dog> please', '(find|find me|recommend|{I_Want}|) {article} {pet} <like>',
        '(find|find me|{I_Want}|) {article} {size} {pet} <like>', '({I_Want}|) {article} {temperament} <like>',
        '({I_Want}|) {article} {energy} {pet} <like>', '({I_Want}|) {article} {size} {energy} {pet} <like>',
        '({I_Want}|) {article} {size} {temperament} (with {energy} energy|that is {energy}|{energy}|to {energy} with)',
        '({I_Want}|) {article} {size} {temperament} {pet} (with {energy} energy|that is {energy}|{energy})',
        // The same without an article: "I prefer small dogs", "small calm dog".
        '(<ask>|do you have any|are there any) <dog>', '(show me|find me|{I_Want}|for) {pet} <like>',
        '(find me|{I_Want}|) {size} {pet} <like>',
        '{size} {temperament} (with {energy} energy|that is {energy})', '{size} and {energy}', '{size} {energy} and {temperament}',
        // Something, one, it.
        '({I_Want}|find me|find|) something ({size}|{energy}|{temperament}|{size} and {energy}|{size} and {temperament}|{energy} and {temperament}) [please]',
        '({I_Want}|) (something|someone|somebody|one) <like>',
        '({I_Want}|) something {size} (that {temperament}|that is {energy}|that is {temperament})',
        '(it|the {pet}) should be ({size}|{energy}|{temperament}|{size} and {energy}|{size} and {temperament}|{article} {size} and {energy} {temperament})',
        // The published shapes that the patterns above do not have.
        '{I_Want} {article} {size} {temperament} dog', '{I_Want} {article} {size} {temperament} dog that is {energy} energy',
        '{I_Want} {article} {temperament} dog that is {energy} energy',
        'for a ({pet}|{size} {pet}|{size} {temperament}|{size} {temperament} {pet})',
        'for a {size} {temperament} [{pet}] with {energy} energy', 'for a ({temperament}|{temperament} {pet}|{energy} {pet})',
        'find a {pet} [for me|for us|for {article} {temperament}]', 'for a small {temperament}',
        // Questions.
        '(which|what) [kind of|sort of|type of|breed of] {pet} (is right for me|suits me|would suit me|should I get|is best for me|fits me|matches me)',
        '(which|what) {size} {pet} (is right for me|suits me|would suit me|should I get|is {temperament}|is {energy})',
        '(which|what) [{size}] {pet} is (right|best|good) for {article} {temperament}',
        '(which|what) {pet} (is|are) ({temperament}|{size}|{energy})',
        // What is done with it, and where.
        '{I_Want} to {energy} [with (my|{article}) {pet}] [{at_the} {location}]', '{I_Want} to {energy} with {article} {size} {pet}',
        '{I_Want} to {energy} {at_the} {location} with {article} [{size}] {pet}',
        '({I_Want}|) {article} [{size}] {pet} to {energy} with {at_the} {location}',
        '{I_Want} {article} {pet} who likes to {energy}', '{I_Want} {article} {temperament} {pet} that can {energy}',
        '({I_Want}|) {article} {pet} for (the|my) {location}', '({I_Want}|) {article} {pet} for {article} {location}',
        '{I_Want} {article} {size} {pet} that is {shedding}', '({I_Want}|) {article} {pet} {shedding}',
        '{I_Want} {article} {pet} {comparison} than (a {size}|{amount} {units})',
        '{article} [{size}] {pet} {comparison} than {amount} {units}',
        'sort me out with {article} {pet}', '[{I_Want}] {article} {temperament} {pet} that is {energy}',
        '{article} {shedding} {size} {temperament} {pet}',
      ],
    },
    MyNameIsIntent: {
      slots: { name: { type: 'AMAZON.FirstName' } },
      samples: [
        '(my|the) name is {name}', "my name's {name}", '(I am|I\'m) {name}', '[please] call me {name}', 'you can call me {name}',
        'everybody calls me {name}',
        '{name} is my name', '[please] remember that my name is {name}', 'remember my name', 'let me tell you my name', 'it is me {name}',
      ],
    },
    LastMatchIntent: {
      samples: [
        'what (was|is) my (last|latest|previous) match', "what's my last match", 'what was my match',
        '(tell me|repeat|remind me of|say) my last (match|dog|result)',
        'what did you (find|recommend|suggest) [for me|to me] [last time]',
        'which (dog|breed) did you (find for me|recommend|suggest) [to me] [last time]',
        'which dog did I get last time', '(what was|tell me) the name of my dog',
        'what dog did you (find for me|recommend|suggest) [last time]',
      ],
    },
    ForgetMeIntent: {
      samples: [
        '[please] forget (me|my name|who I am|my last match|all about me|everything about me|everything you know about me|everything)',
        '[please] (delete|erase|remove) (me|my data|my name|all my data|everything about me|everything you know about me|what you remember)',
        'clear your memory', 'get rid of my data',
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
      dog: [
        'dog', 'dogs', '(puppy|puppies|pup|pups|doggie|doggies|doggy|canine|canines|hound|hounds|pooch|mutt|mutts)', 'four legged friend',
      ],
      cat: ['cat', 'cats', '(kitty|kitties|kitten|kittens|moggy|tomcat|feline)'],
      mythical_creatures: [
        'mythical creatures', 'mythical creature',
        '(unicorn|chimera|dragon|phoenix|troll|mermaid|griffin|hippogriff|centaur|sphinx|hydra|kraken|basilisk|werewolf|yeti|fairy|pegasus)[s]',
        '(minotaur|cerberus)',
      ],
    },
    size: {
      tiny: [
        'tiny', 'cheap to feed', 'teacup', 'mini', 'pocket', 'memo sized', 'yippy', 'yappy', '(carry|put) in <bag>', '[fits|fit] in <bag>',
        'itty bitty', 'teeny', 'teeny weeny', 'titchy', 'dinky', 'wee', '(really|very|super) small', '(very|really) little', 'minute',
        'extra small',
        'tiniest', 'smallest', 'smaller than a cat', 'tiny (sized|size)', 'pocket (sized|size)',
      ],
      small: [
        'small', 'little', 'mini', '(take|takes) on (an airplane|an aeroplane|a plane)', 'smaller', 'smallish',
        '(not|not too|not very|not so) big',
        'not too large', 'shorter', 'compact', 'small (sized|size)', 'on the small side', 'as small as a cat',
      ],
      medium: [
        'medium', 'bigger than a cat', 'on the bed', 'up to my knees', 'average', '(mid|medium|average|middle|normal) (size|sized)',
        'middling',
        'middle', 'in between', 'not too small', 'neither big nor small', 'knee high',
      ],
      large: [
        'large', 'huge', 'truck', 'lorry', 'gigantic', 'eat me out of house', 'eat me out of house and home', 'scary big', 'ginormous',
        'whopping',
        'massive', 'ride', '(waist|hip) (height|high)', 'big', 'bigger', 'larger', 'biggest', 'largest', 'giant', 'enormous',
        '(very|really|extra) (big|large)',
        'large (sized|size)', 'on the big side', 'tall',
      ],
    },
    temperament: {
      family: [
        'family', 'is (kid|child) friendly', '(good|great|gentle|nice|friendly|patient) with [<whose>] <kids>',
        'family (friends|friend|dog|dogs|pet)',
        '(kid|child|family) friendly', 'gentle', '(loves|likes|love|like) [<whose>] <kids>', 'friendly', 'for [<whose>] <kids>',
        'for <whose> [own] family',
        'soppy', '(<whose>|) <kids>', '[for] families [with <kids>]', '[for] a family [with <kids>]', 'good natured', 'lovable',
      ],
      guard: [
        'guard', '[to] (protect|protects|protecting|guard|guards|guarding|defend|defends) <me>', 'protective', 'guard (dog|dogs)',
        '[for] protection',
        'protector', 'guarding', 'bodyguard', 'keeps me safe', 'keep me safe',
      ],
      watch: [
        'watch', 'adult', 'barks at people', 'watch (dog|dogs)', 'watchdog', 'watchful',
        '(barks|bark|barking) at (people|strangers|everybody|visitors)',
        '(barks|bark) when (somebody|someone|anybody) (comes|is at the door|rings)', 'alert', 'watching',
        '[to] (watch|watches|watch over|watches over) <house>',
        'vigilant', 'attentive',
      ],
    },
    energy: {
      low: [
        'low', '[to] cuddle [with]', '[to] watch (telly|netflix|tv|television|movies) [with]', 'lazy', 'lazier', 'laziest', 'calm',
        'calmer', 'quiet', 'quieter',
        'relaxed', 'laid back', 'couch potato', 'cuddly', 'snuggle', 'sleepy', 'slow', 'low energy',
        '(little|not much|not a lot of|less) energy', 'not much',
        'not a lot', 'not active', "(doesn't|don't|does not|do not) need (much|a lot of|any) exercise", 'little exercise', 'mellow',
        'easy going',
      ],
      medium: [
        'medium', 'for (my|our|a|an) (apartment|flat)', 'fun to play with', '[plays] tug of war', 'med', 'moderate', 'playful', 'normal',
        '[go for] (a walk|walks)',
        'take walks', '[go] walkies', 'in between', '(medium|average|moderate|normal|some) energy', 'average', 'middle',
      ],
      high: [
        'high', '[that I can|I can|to] run with', 'play (frisbee|fetch)', 'run', 'running', 'go (running|jogging|hiking|rambling)', 'hike',
        'hiking', 'high energy',
        'energetic', 'jog', 'jogging', 'active', 'lively', 'sporty', 'wild', 'bouncy', '(lots|loads|plenty|a lot|full|tons) of energy',
        'much energy',
        'lots', 'a lot', '(lots|plenty|a lot) of exercise', 'athletic', 'long (walks|runs|hikes)', 'tireless', 'high spirited',
      ],
    },
    I_Want: {
      want: [
        'I want', '(we|she|he|they) (want|wants)', 'I wanna', '(I|we) (want|would like|would love) to (have|get|buy|adopt)', '(I|we) fancy',
        'want', 'wants',
      ],
      would_like: ["I'd like", '(I|we|she|he) would (like|love)', "we'd (like|love)", "I'd love", 'would (like|love)'],
      prefer: ['I prefer', 'we prefer', "I'd prefer", '(I|we) would (prefer|rather have|rather)', "I'd rather have"],
      look_for: [
        "I'm looking for", "(I am|we're|we are) (looking|searching) for", 'looking for', "I'm (searching for|after|hoping for)",
        "we're (after|hoping for)",
        "(I'm|we're) (thinking about|thinking of|planning on) getting", "(I'm|we're) planning to (get|buy|adopt)",
      ],
      need: ['I need', 'we need', '(I|we) could use', 'need', 'needs'],
      how_about: ['how about', 'what about', 'maybe', 'perhaps'],
      give: [
        'give me', 'get me', 'show me', '(can|could|may) (I|we) (have|get)', 'have you got', 'do you have', '(is|are) there', 'do you know',
        "(let's|let us) (find|take|try)",
      ],
      like: ['I like', 'we like', '(I|we) love', 'I plan', "I'm hoping", '(I|we) dream of'],
    },
    article: {
      a: ['a', 'an', 'one'],
      the: ['the', 'this', 'that'],
      some: ['some', 'any', '(any|some) kind of', 'a kind of', 'another', 'a good', 'a nice'],
      my: ['my', 'our', 'my own', 'your'],
    },
    shedding: {
      hypoallergenic: [
        'hypoallergenic', 'allergy friendly', 'anti allergenic', 'good for allergies', 'for (allergies|people with allergies)',
      ],
      low_shedding: ['low shedding', 'non shedding', 'shed free', 'hardly shedding', "that (doesn't|does not) shed"],
      short_haired: ['short haired', 'short hair', 'smooth coated'],
      long_haired: ['long haired', 'long hair', 'fluffy', 'furry', 'shaggy', 'woolly'],
      hairless: ['hairless', 'bald', 'naked'],
    },
    at_the: {
      at: ['at the', 'at', 'at a'],
      in: ['in the', 'in', 'in a', 'inside the', 'in our', 'in my'],
      on: ['on the', 'on', 'on a'],
      to: ['to the', 'to', 'to a', 'up the'],
      through: ['through the', 'through', 'along the', 'around the'],
    },
    location: {
      beach: ['beach', '(seaside|shore|coast|ocean|sea)'],
      mountains: ['mountains', '(mountain|hills|hill|fells|moors)'],
      dog_park: ['dog park', 'dog (field|run|beach)'],
      trail: ['trail', '(trails|footpath|path|towpath|bridleway)', 'hiking trail'],
      park: ['park', '(city park|common|playground|village green)'],
      forest: ['forest', 'woods'],
      lake: ['lake', '(river|pond|loch|canal)'],
      yard: ['yard', '(backyard|garden|back garden)'],
      home: ['home', '(house|sofa|couch|apartment|flat)'],
      city: ['city', '(town|street|neighborhood|neighbourhood|high street)'],
    },
    comparison: {
      bigger: ['bigger', '(larger|taller|no smaller)'],
      smaller: ['smaller', '(shorter|no bigger|not bigger)'],
      heavier: ['heavier', '(more|no less)'],
      lighter: ['lighter', '(less|no more|not more)'],
    },
    units: {
      pounds: ['pounds', '(pound|stone)'],
      kilograms: ['kilograms', '(kilogram|kilos|kilo)'],
      inches: ['inches', 'inch'],
      feet: ['feet', 'foot'],
      centimeters: ['centimeters', '(centimeter|centimetres|centimetre)'],
    },
  },
  prompts: {
    size: [
      'How big should your dog be: tiny, small, medium or large?', 'What size would you like? Tiny, small, medium or large?',
      'First things first: should it be tiny, small, medium or large?', 'Tell me the size, from tiny to large.',
    ],
    temperament: [
      'What should your dog be good at: being a family dog, a guard dog or a watch dog?',
      'Would you like a family dog, a guard dog or a watch dog?',
      'What will be its job: family, guard or watch?',
      'Should it rather be gentle with the family, guard you, or bark when somebody comes?',
    ],
    energy: [
      'How lively may it be: low, medium or high energy?', 'Do you prefer a dog with low, medium or high energy?',
      'What about energy: low for the sofa, medium for play, or high for long runs?', 'Last question: is its energy low, medium or high?',
    ],
  },
};
