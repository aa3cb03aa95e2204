namespace AlexaSimulator.InteractionModels;

/// <summary>Samples by what they begin with, so that an utterance is compared with all of them at once.</summary>
internal sealed class SampleTree
{
    private readonly Node root = new();
    private readonly bool areAnswers;

    /// <summary>Plants samples, the preferred one first. An unknown phrase that answers a question may stand alone.</summary>
    public SampleTree(IEnumerable<Sample> inOrder, bool areAnswers = false)
    {
        this.areAnswers = areAnswers;
        foreach (var (rank, sample) in inOrder.Index())
        {
            var node = root;
            node.Best = Math.Min(node.Best, rank);
            foreach (var part in sample.Parts)
            {
                node = part.Kind is { } kind ? node.Slot(sample.Intent, part.Text, kind) : node.Word(part.Text);
                node.Best = Math.Min(node.Best, rank);
            }

            node.End ??= (rank, sample);
        }
    }

    /// <summary>
    /// The first sample that an utterance fits, known words in all slots but one: there stand <paramref name="unknown"/> words that it
    /// does not know, none of which is <paramref name="isTaken"/> for the intent.
    /// </summary>
    public Understanding? Match(Chart chart, int unknown = 0, Func<string, int, bool>? isTaken = null)
    {
        var walk = new Walk(chart, unknown, isTaken, areAnswers);
        walk.Visit(root, 0, unknown);
        return walk.Found;
    }

    private sealed class Node
    {
        private readonly Dictionary<string, Node> words = new(StringComparer.Ordinal);

        public List<Edge> Slots { get; } = [];

        /// <summary>The rank of the best sample from here on.</summary>
        public int Best { get; set; } = int.MaxValue;

        public (int Rank, Sample Sample)? End { get; set; }

        public Node? Next(string word) => words.GetValueOrDefault(word);

        public Node Word(string word) => words.TryGetValue(word, out var next) ? next : words[word] = new Node();

        public Node Slot(string intent, string name, SlotKind kind)
        {
            if (Slots.Find(edge => edge.Intent == intent && edge.Name == name) is not { } edge)
            {
                Slots.Add(edge = new Edge(intent, name, kind, new Node()));
            }

            return edge.Next;
        }
    }

    private sealed record Edge(string Intent, string Name, SlotKind Kind, Node Next);

    private sealed class Walk(Chart chart, int unknown, Func<string, int, bool>? isTaken, bool areAnswers)
    {
        private readonly Utterance utterance = chart.Utterance;
        private readonly Stack<(Edge Edge, int Start, int Count)> filled = [];
        private int best = int.MaxValue;

        public Understanding? Found { get; private set; }

        public void Visit(Node node, int at, int open)
        {
            if (node.Best >= best)
            {
                return;
            }

            if (at == utterance.Count)
            {
                if (open == 0 && node.End is { } end && end.Rank < best)
                {
                    best = end.Rank;
                    Found = new Understanding(end.Sample.Intent, filled.ToDictionary(slot => slot.Edge.Name, Written), unknown);
                }

                return;
            }

            if (node.Next(utterance[at]) is { } next)
            {
                Visit(next, at + 1, open);
            }

            foreach (var edge in node.Slots)
            {
                foreach (var count in chart.Known(edge.Kind, at))
                {
                    Fill(edge, at, count, open);
                }

                if (open > 0 && TakesUnknown(edge, at, open))
                {
                    Fill(edge, at, open, 0);
                }
            }
        }

        private void Fill(Edge edge, int at, int count, int open)
        {
            filled.Push((edge, at, count));
            Visit(edge.Next, at + count, open);
            filled.Pop();
        }

        /// <summary>A phrase that is not known counts if the slot was asked for, or if as many words around it are known.</summary>
        private bool TakesUnknown(Edge edge, int at, int count) => count <= edge.Kind.LongestUnknown
            && at + count <= utterance.Count
            && (areAnswers || (edge.Kind.IsCustom ? utterance.Count >= 2 * unknown : utterance.Count > unknown))
            && !chart.Known(edge.Kind, at).Contains(count)
            && !Enumerable.Range(at, count).Any(word => isTaken?.Invoke(edge.Intent, word) is true);

        private string Written((Edge Edge, int Start, int Count) slot) =>
            slot.Edge.Kind.Written(utterance.Said(slot.Start, slot.Count));
    }
}
