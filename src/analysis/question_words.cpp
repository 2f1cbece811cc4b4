#include "analysis/question_kinds.h"

#include "base/unicode.h"

namespace visavis {
namespace {

constexpr QuestionWords kLanguages[] = {
    {"en",
     "and but so well ok okay now oh ah um uh er like yeah yes no right alright then also just or because "
     "sorry hey hi "
     "please actually again anyway great good wow hmm mm",
     "what where when who whom whose why which how",
     "in at on for to from by with about of under since until through over into than",
     "is are am was were do does did have has had can could will would shall should may might must ain't "
     "isn't aren't "
     "wasn't weren't don't doesn't didn't haven't hasn't hadn't can't couldn't won't wouldn't shan't "
     "shouldn't mightn't "
     "mustn't needn't d'you",
     "i you he she it we they there this that these those one",
     "if that because when while although though after before as",
     "right|correct|ok|okay|yeah|no|yes|huh|eh|innit|you know|don't you think|is that right|am i "
     "right|really",
     "a an the my your his her its our their me him us them mine yours myself yourself himself herself "
     "itself ourselves "
     "themselves be been being not as very just really know think mean thing things kind sort lot some any "
     "all every "
     "each both more most much many such own same other another here out up down off go going went gone get "
     "got say "
     "said says see saw come came make made take took want wanted i'm i've i'd i'll you're you've you'd "
     "you'll he's "
     "she's it's we're we've we'd we'll they're they've they'd they'll that's there's let's gonna wanna "
     "maybe perhaps "
     "only even still too back way always never ever something anything nothing everything somebody anybody"},
    {"de", "und aber also ja nein doch nun dann ähm äh naja okay ok oder denn gut so ach na genau",
     "wer wen wem wessen was wann wo woher wohin warum wieso weshalb weswegen wie wieviel wieviele welche "
     "welcher welches "
     "welchem welchen womit wofür wodurch worüber woran worauf woraus wovon wozu wobei worum wonach "
     "inwiefern inwieweit",
     "in an auf für mit von bei zu nach seit bis aus über um gegen durch ab unter vor",
     "ist sind war waren bin bist seid hat haben habe hast habt hatte hatten hattest wird werden wirst wurde "
     "wurden kann "
     "können kannst könnt konnte konnten muss müssen musst musste mussten will wollen willst wollte wollten "
     "soll sollen "
     "sollst sollte sollten darf dürfen darfst durfte durften mag mögen magst möchte möchten möchtest würde "
     "würden "
     "würdest könnte könnten könntest wäre wären hätte hätten gibt gab geht ging macht machen stimmt glauben "
     "glaubst "
     "wissen weißt kennen kennst kommt kam lag stand spielt spielte",
     "ich du er sie es wir ihr man das dies da dir ihnen",
     "weil dass daß wenn ob als damit obwohl nachdem bevor während",
     "oder|nicht wahr|nicht|gell|gelle|ne|wa|stimmt's|ja|oder nicht|oder was|richtig|okay",
     "der die den dem des ein eine einen einem einer eines kein keine keinen mein meine meinen dein deine "
     "sein seine "
     "seinen ihre ihren ihrem unser unsere euer mich dich sich uns euch mir ihm ihn nicht auch nur noch "
     "schon mal sehr "
     "mehr immer nie hier dort dann jetzt im am zum zur vom beim ins ans diese dieser dieses jede jeder alle "
     "alles viel "
     "viele etwas nichts wieder eigentlich halt eben einfach irgendwie natürlich vielleicht sagen gesagt "
     "sagt sage "
     "gemacht gewesen geworden worden werde war's hab ganz anderen andere"},
    {"fr", "et mais alors donc bon ben bah euh oui non voilà or ah oh ok puis enfin eh hein tiens écoutez",
     "qui que quoi quel quelle quels quelles où quand comment pourquoi combien lequel laquelle lesquels "
     "lesquelles qu",
     "à de en pour avec par dans sur chez depuis jusqu'à vers sous d'", "",
     "je tu il elle on nous vous ils elles ce t", "",
     "hein|n'est-ce pas|non|si|pas vrai|d'accord|c'est ça|oui|ok|voilà|n'est ce pas",
     "le la les un une des du au aux mon ma mes ton ta tes son sa ses notre nos votre vos leur leurs me te "
     "se lui moi toi "
     "soi eux y est sont était étaient suis es êtes sommes été être ai as a avons avez ont avait avaient "
     "avoir fait faire "
     "faites font va vais vas allez vont aller dit dire dites peut peux pouvez pas ne plus très bien aussi "
     "tout tous "
     "toute toutes même si comme parce ça cela ceci cet cette ces c'est n'est c'était j'ai j'étais il-y-a "
     "d'un d'une "
     "qu'il qu'elle qu'on qu'ils l'on là ici encore déjà peu trop quelque quelques chose autre autres"},
    {"es", "y pero entonces bueno pues o eh ah sí no claro oye mira ok vale ajá",
     "qué quién quiénes cuál cuáles cuándo cuánto cuánta cuántos cuántas cómo dónde adónde porqué",
     "a de en por para con desde hasta sobre hacia según",
     "es son era eran fue fueron eres está están estaba estaban estás estuvo hay había hubo ha han has he "
     "hemos habéis "
     "tiene tienes tienen tenía tenían puede puedes pueden podría podrías podemos quiere quieres quieren "
     "quería cree crees "
     "creen sabe sabes saben sabía va vas van iba hace haces hacen le te se les os nos recuerda recuerdas "
     "conoce conoces "
     "conocía sería serían dice dices debe debemos piensa piensas siente sientes vive vives vivía",
     "", "",
     "no|verdad|cierto|no es cierto|no es verdad|no crees|no cree|sí|eh|vale|ok|de acuerdo|o no|no es así",
     "el la los las un una unos unas lo al del mi mis tu tus su sus nuestro nuestra nuestros nuestras me yo "
     "tú él ella "
     "usted ustedes nosotros ellos ellas ese esa eso esos esas este esta esto estos estas que quien cual "
     "cuando como "
     "donde si porque más muy ya también todo toda todos todas así ahí aquí allí ser estar haber hacer hecho "
     "cosa cosas "
     "algo nada otro otra otros otras mucho mucha muchos muchas poco decir dijo digo entre sin ni solo sólo "
     "siempre "
     "nunca soy estoy tengo tenemos creo sé voy vamos fui"},
};

// Languages without a table that share words with those above: a text of theirs is none of them.
struct Neighbour {
  const char* language;
  std::string_view function;
};
constexpr Neighbour kNeighbours[] = {
    {"ca",
     "el la els les un una uns unes i o però que què qui com quan on si no és són era eren ser ha han he hem "
     "va vam van "
     "vaig de del dels al als a en amb per pel pels sobre sense entre fins des li hi ho es se em et ens us "
     "jo tu ell ella "
     "vostè vostès nosaltres ells això aquest aquesta aquests aquestes aquell més molt molta ja també tot "
     "tota tots totes "
     "doncs perquè seva seu seus seves meva meu altre altra fer fet dir està estan hagi havia havien "
     "gràcies"},
    {"pt",
     "o a os as um uma uns umas e ou mas que quem como quando onde se não é são era eram foi ser está estão "
     "tem têm tinha "
     "de do da dos das ao aos à às em no na nos nas com por pelo pela para sobre sem entre até lhe me te nos "
     "eu tu ele ela "
     "você vocês nós eles elas isso isto este esta esse essa aquele mais muito muita já também tudo todo "
     "toda todos porque "
     "seu sua seus suas meu minha outro outra fazer feito dizer então aqui ali lá"},
    {"it",
     "il lo la i gli le un uno una e ed o ma che chi come quando dove se non è sono era erano essere ha "
     "hanno ho abbiamo "
     "aveva di del della dei delle degli al alla ai alle dal dalla da in nel nella con per su sul sulla tra "
     "fra mi ti si ci "
     "vi lui lei io tu noi voi loro questo questa questi quello quella più molto già anche tutto tutta tutti "
     "perché suo sua "
     "mio mia altro altra fare fatto dire cosa quindi poi qui lì c'è"},
    {"nl",
     "de het een en of maar dat die dit deze wie wat waar wanneer hoe als niet is zijn was waren ben bent "
     "heeft hebben had "
     "hadden van naar in op aan bij met voor over door uit om tot te ik je jij hij zij ze we wij jullie u "
     "mij me hem haar "
     "ons hun er hier daar nu dan toen ook nog wel al heel veel meer geen alles iets niets want omdat mijn "
     "jouw zo gaan "
     "gaat kan kunnen moet moeten wil willen zou worden wordt werd"},
    {"ru",
     "и в во не что он на я с со как а то все она так его но да ты к у же вы за бы по только ее её мне было "
     "вот от меня "
     "еще ещё нет о из ему теперь когда даже ну вдруг ли если уже или ни быть был него до вас нибудь опять "
     "уж вам ведь "
     "там потом себя ничего ей может они тут где есть надо ней для мы тебя их чем была сам чтоб без будто "
     "чего раз тоже "
     "себе под будет ж тогда кто этот того потому этого какой совсем ним здесь этом один почти мой тем чтобы "
     "нее сейчас "
     "были куда зачем всех никогда можно при наконец два об другой хоть после над больше тот через эти нас "
     "про всего них "
     "какая много разве три эту моя впрочем хорошо свою этой перед иногда лучше чуть том нельзя такой им "
     "более всегда "
     "конечно всю между это просто очень вообще значит который которые которая которое"},
    {"sv",
     "och i att det som en på är av för med den till inte har de ett om han hon men var jag sig från vi så "
     "kan när år man "
     "nu du då där eller vad efter upp sin ut skulle än under mot vid också hade bara vara blir mycket här "
     "kommer ska "
     "får blev sedan allt fick alla andra mig hur något min mitt mina din ditt dina sitt sina dem oss er ni "
     "ja nej ju väl "
     "liksom alltså eftersom detta denna dessa någon några ingen inget varför vilken vilket vilka vem utan "
     "över mellan "
     "även fram bra säger sa gör göra går gå"},
};

}  // namespace

const QuestionWords* question_words(std::string_view language) noexcept {
  const std::string_view primary = language.substr(0, language.find_first_of("-_"));
  for (const QuestionWords& words : kLanguages)
    if (equals_ignoring_ascii_case(primary, words.language)) return &words;
  return nullptr;
}

const QuestionWords* question_language(const Transcript& transcript) {
  return question_words(language_of(transcript));
}

void add_function_words(std::string_view language, WordList& list) {
  if (const QuestionWords* words = question_words(language))
    for (const std::string_view part : {words->fillers, words->question, words->prepositions, words->verbs,
                                        words->subjects, words->conjunctions, words->function})
      list.add(part);
  for (const Neighbour& one : kNeighbours)
    if (language == one.language) list.add(one.function);
}

std::string_view language_of(const Transcript& transcript) {
  constexpr std::size_t kWordsRead = 4'000, kFewest = 20, kLeastShare = 5, kBytesRead = 64'000;
  const std::string_view declared =
      std::string_view(transcript.language).substr(0, transcript.language.find_first_of("-_"));
  if (transcript.language_given) return declared;
  constexpr std::size_t kLists = std::size(kLanguages) + std::size(kNeighbours);
  const auto name_of = [](std::size_t i) -> std::string_view {
    return i < std::size(kLanguages) ? kLanguages[i].language
                                     : kNeighbours[i - std::size(kLanguages)].language;
  };
  WordList lists[kLists];
  std::size_t known[kLists] = {}, words = 0, han = 0, kana = 0, letters = 0;
  for (std::size_t i = 0; i < kLists; ++i) {
    add_function_words(name_of(i), lists[i]);
    lists[i].seal();
  }
  for (std::size_t turn = 0; turn < transcript.turns.size() && words < kWordsRead; ++turn)
    // Of a long turn its beginning will do.
    for (const SpokenWord& word :
         spoken_words(transcript.text_of(transcript.turns[turn]).substr(0, kBytesRead))) {
      ++words;
      for (std::size_t i = 0; i < kLists; ++i) known[i] += lists[i].has(word.text);
      for (std::size_t at = 0; at < word.text.size(); ++letters) {
        const char32_t c = next_code_point(word.text, at);
        if (is_han_or_kana(c)) ++(c >= 0x3040 && c <= 0x30FF ? kana : han);
      }
    }
  // Of a talk in Japanese some half is kana; names alone bring some into Chinese.
  if (han + kana >= kFewest && (han + kana) * kLeastShare >= letters)
    return kana * kLeastShare >= han + kana ? "ja" : "zh";
  std::size_t best = 0;
  for (std::size_t i = 1; i < kLists; ++i)
    if (known[i] > known[best]) best = i;
  if (words >= kFewest && known[best] * kLeastShare >= words) return name_of(best);
  return declared;
}

}  // namespace visavis
