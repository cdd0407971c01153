package dev.parlance.benchmark.load;

import java.util.List;

/// What made-up learners say: short sentences in three languages, some with a reason to be glad or a long breath.
record Phrases(String language, List<String> sentences) {
    private static final Phrases JAPANESE = of(
            "ja",
            "りんごがたべたいです。",
            "きょうは公園でうさぎを見ました。",
            "お母さんといっしょにカレーを作りました。とてもおいしかった！",
            "雨が降っているので、家で本を読んでいます。",
            "やった！テストで百点をとったよ！",
            "明日は友達と電車に乗って、海まで行くつもりです。",
            "どうして空は青いの？",
            "新しい靴を買ってもらって、うれしいです。");
    private static final Phrases ENGLISH = of(
            "en",
            "I want to feed the rabbit.",
            "Yesterday we went to the museum and saw a very old train.",
            "My brother is taller than me, but I run faster!",
            "Can you tell me how to get to the station, please?",
            "I was so happy when my grandmother came to visit us!",
            "It rained all day, so we stayed at home and baked bread together because nobody wanted to get wet.",
            "What does this word mean?",
            "I have never seen snow before.");
    private static final Phrases ITALIAN = of(
            "it",
            "Vorrei un gelato al cioccolato, per favore.",
            "Ieri sono andato al mercato con mia sorella.",
            "Che bello, oggi c'è il sole!",
            "Non ho capito, puoi ripetere più lentamente?",
            "Mi piace molto leggere prima di dormire.",
            "Il treno era in ritardo e quindi abbiamo aspettato un'ora alla stazione senza sapere che cosa fare.",
            "Dov'è la chiave della bicicletta?",
            "Sono felice perché domani comincia la vacanza!");
    private static final List<Phrases> ALL = List.of(JAPANESE, ENGLISH, ITALIAN);

    /// Each learner keeps to one language; all three are spoken by as many.
    static Phrases of(int learner) {
        return ALL.get(learner % ALL.size());
    }

    String phrase(int number) {
        return sentences.get(number % sentences.size());
    }

    private static Phrases of(String language, String... sentences) {
        return new Phrases(language, List.of(sentences));
    }
}
