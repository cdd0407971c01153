package dev.parlance.benchmark.load;

import java.util.List;

/// What made-up learners say: short sentences in three languages, some with a reason to be glad or a long breath. A
/// thousand and more different ones a language, so that a vocabulary grows as vocabularies do: fast, then slowly.
///
/// @param sentences with a thing at `%1$s`, a place at `%2$s` and a person at `%3$s`
public record Phrases(
        String language, List<String> sentences, List<String> things, List<String> places, List<String> persons) {
    private static final Phrases JAPANESE = new Phrases(
            "ja",
            List.of(
                    "%sがたべたいです。",
                    "きょうは%2$sで%1$sを見ました。",
                    "%3$sといっしょに%1$sを作りました。とてもおいしかった！",
                    "雨が降っているので、家で%3$sと本を読んでいます。",
                    "やった！%2$sで%3$sにほめられたよ！",
                    "明日は%3$sと電車に乗って、%2$sまで%1$sを買いに行くつもりです。",
                    "どうして%sは高いの？",
                    "%3$sに新しい靴を買ってもらって、うれしいです。"),
            words("りんご カレー 魚 卵 牛乳 野菜 花 時計 帽子 写真 切手 手紙 絵 鍵 傘 電話 机 椅子 鞄 辞書"),
            words("公園 学校 図書館 駅 海 山 病院 銀行 店 空港 動物園 郵便局"),
            words("お母さん お父さん 先生 友達 妹 弟 祖母 祖父"));
    private static final Phrases ENGLISH = new Phrases(
            "en",
            List.of(
                    "I want to buy the %s.",
                    "Yesterday we went to the %2$s and saw a very old %1$s.",
                    "My %3$s is taller than me, but I run faster!",
                    "Can you tell me how to get to the %2$s, please?",
                    "I was so happy when my %3$s brought me a %1$s!",
                    "It rained all day, so we stayed at the %2$s and looked for the %1$s together because nobody wanted"
                            + " to get wet.",
                    "What does this %s mean?",
                    "I have never seen a %s before."),
            words("rabbit train apple picture clock garden bridge window letter basket ladder mirror candle pencil"
                    + " blanket kettle hammer pillow ticket bottle"),
            words("museum station library beach market hospital kitchen airport village theatre castle harbour"),
            words("brother sister mother father teacher friend grandmother uncle"));
    private static final Phrases ITALIAN = new Phrases(
            "it",
            List.of(
                    "Vorrei comprare %s, per favore.",
                    "Ieri sono andato %2$s con %3$s.",
                    "Che bello, oggi %3$s mi porta %2$s!",
                    "Non ho capito, puoi ripetere più lentamente?",
                    "Mi piace molto guardare %s prima di dormire.",
                    "Il treno era in ritardo e quindi con %3$s abbiamo aspettato un'ora %2$s senza sapere dove fosse"
                            + " %1$s.",
                    "Dov'è %s?",
                    "Sono felice perché domani %3$s mi regala %1$s!"),
            List.of(
                    "il gelato",
                    "la chiave",
                    "il libro",
                    "la bicicletta",
                    "il pane",
                    "la lettera",
                    "il cappello",
                    "la mela",
                    "il coltello",
                    "la scarpa",
                    "il biglietto",
                    "la tazza",
                    "il quaderno",
                    "la sedia",
                    "il formaggio",
                    "la luna",
                    "il vestito",
                    "la candela",
                    "il regalo",
                    "la penna"),
            List.of(
                    "al mercato",
                    "alla stazione",
                    "al museo",
                    "in biblioteca",
                    "al mare",
                    "in montagna",
                    "a scuola",
                    "al parco",
                    "in ufficio",
                    "al cinema",
                    "in cucina",
                    "al teatro"),
            List.of(
                    "mia sorella",
                    "mio fratello",
                    "mia madre",
                    "mio padre",
                    "la maestra",
                    "il mio amico",
                    "mia nonna",
                    "mio zio"));
    private static final List<Phrases> ALL = List.of(JAPANESE, ENGLISH, ITALIAN);

    /// Each learner keeps to one language; all three are spoken by as many.
    public static Phrases forLearner(int learner) {
        return ALL.get(learner % ALL.size());
    }

    /// A sentence; 960 are different, and the first hundred of them hold most of the words.
    public String phrase(int number) {
        int template = number % sentences.size();
        int round = number / sentences.size();
        // 3 and 5 have no factor in common with the lists' sizes: every combination has its turn.
        return sentences
                .get(template)
                .formatted(
                        things.get((round * 3 + template) % things.size()),
                        places.get((round * 5 + template) % places.size()),
                        persons.get((round * 3 + template) % persons.size()));
    }

    private static List<String> words(String separatedByBlanks) {
        return List.of(separatedByBlanks.split(" ", -1));
    }
}
