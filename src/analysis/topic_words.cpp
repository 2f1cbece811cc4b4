#include "analysis/topic_words.h"

namespace visavis {
namespace {

constexpr TopicWords kLanguages[] = {
    {"en",
     "actually almost already although always anybody anymore anyone anything anyway anyways around aside "
     "ask asked "
     "asking away basically bad become becomes bit bits bunch bye call called came can't cannot case cases "
     "certain certainly "
     "clearly come comes coming comment couple course cool day days dear definitely different doing done "
     "dont dr easily either else "
     "end enough especially etc even ever every everybody everyone everything exactly example fact fairly "
     "far feel feels "
     "felt fine finally find first five four full fully further gap gave general generally gets getting give "
     "given gives giving "
     "goes going gone gonna good goodbye got gotta great guess guy guys half hand happen happened happens "
     "hard hear heard "
     "hello help hey hi hm hmm hold hope however huge idea inaudible including indeed instead interesting "
     "interested issue issues it's item kept "
     "keep keeps kind kinda knew know knowing known knows large last later laugh laughs laughter least less "
     "let let's lets "
     "like liked likely literally little long look looked looking looks lot lots made main mainly make makes "
     "making many "
     "matter maybe mean means meant mention mentioned mhm might mm mmm mom moment mostly mr mrs ms much must "
     "name named need "
     "needed needs neither never new next nice nine nobody none nope normal normally nothing number obvious "
     "obviously often oh okay old "
     "one ones onto opposed ourselves over part particular particularly pause people per perfect perhaps "
     "person piece place "
     "please plus point points possible possibly pretty probably problem problems put question questions "
     "quick quickly quite rather "
     "read ready real really reason reasons recently regarding remember right said saw saying says second "
     "see seeing seem seemed seems "
     "seen sense set seven several shall side simple simply since single six small somebody somehow someone "
     "something sometimes "
     "somewhat somewhere soon sorry sort sounds specific specifically spend start started starting still "
     "stop story stuff such suddenly "
     "suggest super supposed sure take taken takes taking talk talked talking tell tells ten terms thank "
     "thanks that's then "
     "thing things think thinking third though thought thoughts three till time times today together told "
     "tomorrow ton tons took top total totally towards "
     "tried tries true truly try trying turn turns two type types uh uhh uhm um umm understand unfortunately "
     "unless unlike until upon "
     "us use used uses using usual usually various ve vocalsound disfmarker vs wait wanna want wanted wants "
     "way ways we'd week weeks welcome "
     "well went whatever whenever whereas wherever whether whole will wish within without wonder wondering "
     "word words work worked working "
     "works world worry worth wow wrong re ll th don didn isn doesn wasn having able morning yeah year years "
     "yep yes yesterday yet yup nah nonvocalsound",
     "yes|yeah|yep|yup|no|nope|nah|ok|okay|sure|right|exactly|absolutely|certainly|definitely|of "
     "course|true|indeed|mm|"
     "mm hmm|hmm|uh huh|uh|um|ah|oh|wow|cool|great|nice|awesome|thanks|thank you|i "
     "see|really|perfect|sorry|i'm sorry|me "
     "too|that's|that is|it's|it is|haha|lol|because|and|but|or|which",
     "next question|next questions|next item|next topic|move on|moving on|turn to|turning to|now to|go "
     "to|start with|starting with|"
     "let's talk|let's get into|let's go|talk about|speaking of|by the way|anyway|anyways|another "
     "question|another thing|one more|first question|the first|"
     "last question|final question|finally|questions from|questions on|some questions|change the "
     "subject|change of subject|"
     "different topic|different note|switch gears|before we|just before|i also|also need|back to|come "
     "back|bring in|want to "
     "ask|wanted to ask|like to ask|can i ask|could i ask|tell me about|tell us about|what about|how "
     "about|have the floor|agenda|the next|"
     "welcome back|introduce|i'm curious|i was wondering|i wonder|dive into|jump into|touch on|get into|walk "
     "us through|walk me through",
     "so|now|next|anyway|anyways|finally|first|firstly|let's|moving|another|also|hello|hi|hey|good "
     "morning|good afternoon|"
     "good evening|good day|let me",
     "i need|i want|i would like|i am looking|i'm looking|i am also|i wanted|i'd like|i also|i'm trying|i'm "
     "interested|can "
     "you|could you|can i|could i|will|would|please|what|where|when|who|why|how|which|do you|does|did "
     "you|are you|is|are|"
     "have you|tell|find|give|show|help|book|set|check|schedule|remind|take|talk|explain|walk",
     "thank you|thanks|welcome|no problem|bye|goodbye|have a good|have a great|have a nice|have a "
     "wonderful|have a lovely|"
     "have a safe|have a pleasant|anything else|something else|anything further|further assistance|that's "
     "all|that is all|"
     "that will be all|that's it|enjoy|take care|glad i|glad to|happy to help|happy to be of|anytime|my "
     "pleasure|all set|see "
     "you|you're all|cheers|need anything|help with",
     "it its that this these those they them their he him his she her there one ones same another else too "
     "both either "
     "neither which so then here"},
    {"de",
     "also bisschen bitte dabei daher dank danke darüber davon dazu denke denken eben echt eigentlich "
     "einfach einmal ende "
     "erst erste ersten fall fand finde finden frage fragen ganze ganzen gar geben gehen gehört genau gerade "
     "gern gesagt "
     "gewisse gewissen gibt glaube grund guten gute heute hören irgendwann irgendwas irgendwie jahr jahre "
     "jahren jemand "
     "kam klar kommen komme kommt kurz lange lassen laut leute leuten letzten liegt mach mache machen mal "
     "mein menschen "
     "moment muss musste möglich na neue neuen nehmen nächste paar punkt richtig sache sachen sagen schauen "
     "schön sehen "
     "sieht sogar sowas sozusagen stehen stelle stück stellen super tag tatsächlich teil thema tja tun tut "
     "überhaupt uhr "
     "unbedingt ungefähr verstehe versuchen viele vielen völlig warten weiter weiß weise wenig wichtig "
     "wirklich wissen "
     "woche worte ziemlich zeit zwar zwei drei eins erzählen einige gab gewesen ging hatten insofern "
     "letztlich quasi mhm hm",
     "ja|nein|doch|genau|okay|ok|klar|stimmt|richtig|natürlich|sicher|mhm|hm|ach|ach "
     "so|oh|äh|ähm|gut|schön|danke|das ist|"
     "das war|es ist|weil|und|aber|oder|denn|sehr gut|vielleicht",
     "nächste frage|nächstes thema|anderes thema|noch eine frage|letzte frage|kommen wir|kommen wir zu|reden "
     "wir|sprechen "
     "wir|lassen sie uns|lass uns|übrigens|apropos|zurück zu|fangen wir an|erzählen sie|erzähl|wie war "
     "das|wie ist das|"
     "zum schluss|abschließend|außerdem|und zwar jetzt|ich wollte fragen|ich würde gerne|mich "
     "interessiert|was ist mit|"
     "zum thema|gehen wir|herzlich willkommen|willkommen",
     "so|nun|jetzt|dann|also|zunächst|zuerst|schließlich|übrigens|guten tag|guten morgen|guten "
     "abend|hallo|erstens|"
     "zweitens|lassen",
     "was|wo|wann|wer|warum|wieso|weshalb|wie|welche|welcher|welches|woher|können sie|kannst du|könnten "
     "sie|haben sie|hast "
     "du|sind sie|bist du|gibt es|gab es|erzählen|erzähl|beschreiben|sagen sie|ich möchte|ich würde|ich "
     "wollte|wollen|würden",
     "danke|vielen dank|danke schön|dankeschön|tschüss|auf wiedersehen|bis bald|das war's|das wär's|gern "
     "geschehen|alles "
     "klar|schönen tag|schönen abend|bitte schön",
     "es das dies diese dieser dieses er ihn ihm sie ihr ihnen da dort so dann dabei dazu davon darum "
     "deshalb dem denen "
     "auch beide derselbe solche"},
    {"fr",
     "abord accord ailleurs ainsi aller années an ans appelle après arrive arriver assez aujourd'hui aujourd "
     "auparavant avant "
     "beaucoup besoin bien bon bonne bonjour bout bref cause cas certain certaine certains chaque chez "
     "choses chose côté "
     "coup croire crois deux dernier derrière dessus devant devenir devient dirais disait disais dise disent "
     "donner donne "
     "doute droit effectivement effet encore enfin ensuite entendre entre envie espèce euh exactement "
     "exemple façon faisait "
     "faisais fallait faudrait faut fin finalement fois fond gens genre grand grande gros gré habitude heure "
     "heures heureusement "
     "hier hui idée importe intéressant jamais jour jours juste justement laisse loin longtemps lors madame "
     "mal manière "
     "marche merci mettre met mieux mis moins mois moment monde monsieur mot niveau nouveau numéro oublier "
     "ouais partie "
     "parce parfois parler parle part passe passer pendant pense penser personne personnes petit petite "
     "peut-être plaît plein "
     "plupart plutôt point possible pourtant pouvait pouvoir premier première prend prendre presque problème "
     "puisque "
     "quand question rapport reste rien revient sais sait savez savoir selon semaine semble sens sera serait "
     "seulement "
     "simplement sinon soit souvent souviens surtout tard tel tellement temps tenez tôt toujours tour "
     "travers trois trouve "
     "trouver trucs truc type vachement venir veut veux vie vient vois voit voir voulais voulait vouloir "
     "vrai vraiment vu mm hm mhm",
     "oui|non|ouais|si|d'accord|ok|voilà|exactement|tout à fait|bien "
     "sûr|absolument|effectivement|ah|oh|euh|hm|bon|merci|"
     "c'est|c'était|parce que|et|mais|ou|donc|c'est ça|ah oui",
     "autre question|question suivante|dernière question|passons à|on passe à|parlons de|parlez moi|parle "
     "moi|revenons|revenir "
     "à|pour revenir|à propos|au fait|d'ailleurs|par ailleurs|pour finir|pour terminer|pour "
     "commencer|commençons|tout d'abord|"
     "je voulais vous demander|je voudrais vous demander|je voudrais savoir|j'aimerais savoir|et "
     "maintenant|qu'en est il|"
     "changer de sujet|autre chose|racontez|bienvenue",
     "alors|maintenant|bon|donc|ensuite|enfin|d'abord|premièrement|bonjour|bonsoir|autre|aussi|et puis",
     "qui|que|quoi|quel|quelle|quels|quelles|où|quand|comment|pourquoi|combien|est ce que|qu'est ce|avez "
     "vous|vous avez|"
     "êtes vous|pouvez vous|pourriez vous|y a t il|est ce|racontez|parlez|dites|je voudrais|j'aimerais|je "
     "veux",
     "merci|merci beaucoup|au revoir|bonne journée|bonne soirée|à bientôt|de rien|je vous en prie|c'est "
     "tout|voilà",
     "il elle ils elles le la les lui leur ce cela ça ceci cette cet ces celui celle ceux celles en y là ici "
     "même autre aussi"},
    {"es",
     "además ahora algún alguna algunas alguno algunos allá ante años año aparte apenas aquello aun aún "
     "aunque bastante "
     "bien buen buena buenas bueno buenos cada cambio casi caso claro conmigo creer cualquier cuenta da dan "
     "dar dentro "
     "después día días digamos dio dos ejemplo embargo entonces era esas estamos etcétera exactamente exacto "
     "fin final "
     "forma fuera general gente gracias gran grande gusta gusto habla hablar hablando hace hacía haciendo "
     "hago hora hoy idea igual "
     "importante incluso jamás junto largo lado lejos llama llega llegar luego lugar manera mano mayor medio "
     "mejor menos mes mientras "
     "mil mira misma mismo mismos momento mundo nadie ninguna ninguno nuevo nueva obviamente oiga parece "
     "parte pasa pasado "
     "pasar pensar pequeño persona personas poder pongo poner posible pregunta preguntas primer primera "
     "primero problema "
     "pronto propio prácticamente puedo punto quizá quizás realmente resulta respecto saber salir segundo "
     "seguir según seguro "
     "semana señor señora sentido simplemente sino suerte supuesto tal tampoco tan tanta tanto tarde tema "
     "tener tercer "
     "tiempo tipo toca tomar trabajo tres última último usar venir ver verdad vez veces vida viene vista voy "
     "ustedes hm mm mhm",
     "sí|no|claro|exacto|exactamente|por "
     "supuesto|bueno|vale|ok|ya|ah|oh|eh|mm|gracias|eso|es|era|porque|y|pero|o|"
     "efectivamente|correcto|de acuerdo|así es|pues",
     "siguiente pregunta|otra pregunta|última pregunta|primera pregunta|pasemos a|pasamos a|hablemos "
     "de|háblame|hábleme|"
     "cuéntame|cuéntenos|cuénteme|volviendo a|volvamos a|por cierto|a propósito|además|otro tema|cambiando "
     "de tema|para "
     "terminar|para empezar|por último|finalmente|en primer lugar|quería preguntar|quisiera preguntar|me "
     "gustaría|"
     "bienvenido|bienvenidos|qué hay de|y ahora|vamos a hablar",
     "entonces|ahora|luego|así que|bueno|primero|finalmente|también|otra|otro|hola|buenos días|buenas "
     "tardes|buenas noches",
     "qué|quién|quiénes|cuál|cuáles|cuándo|cuánto|cómo|dónde|por "
     "qué|puede|puedes|podría|podrías|tiene|tienes|hay|es|está|"
     "cree|crees|cuéntame|cuéntenos|cuénteme|dígame|dime|háblame|explíca|quiero|quisiera|me "
     "gustaría|necesito",
     "gracias|muchas gracias|adiós|hasta luego|hasta pronto|de nada|con gusto|eso es todo|nada más|buen "
     "día|buenas noches",
     "él ella ellos ellas lo la los las le les eso esa ese esos esas esto esta este estos estas aquel "
     "aquello ahí allí aquí "
     "así mismo misma otro otra también ambos tal"},
};

struct IdleWords {
  std::string_view language, idle;
};
constexpr IdleWords kIdle[] = {
    {"it",
     "adesso allora ancora anni anno anzi appunto assolutamente avere basta bene bello bisogno bravo buon "
     "buona buongiorno "
     "caso certo ciò comunque cosa cose così credo dato davvero detto dice dico dire diverso domanda dopo "
     "dove due ecco "
     "effettivamente esempio fa fare fatto fine forse fuori genere gente giorno giorni giusto grande grazie "
     "grosso importante "
     "infatti insieme insomma invece livello magari maniera mai meglio meno mentre mettere modo molte molti "
     "momento mondo "
     "niente nuovo nulla ogni oggi ora parlare parte perciò però persona persone piccolo poco poi possibile "
     "potere praticamente "
     "prendere prima primo problema prego può proprio punto qualche qualcosa qualcuno quasi quale quanto "
     "rispetto sapere sa "
     "semplicemente sempre senso sì solo soltanto sopra soprattutto stato stata stare sta tanto tempo tipo "
     "tre troppo trovare "
     "uno va vado vedere venire vero veramente via vita viene visto volta volte vuole vuol"},
    {"pt",
     "agora ainda algo alguém algum alguma alguns além antes anos ano apenas após aquela aquilo assim até "
     "bem boa bom caso "
     "certo claro coisa coisas conta dá dar depois desde dia dias disse diz dizer dois duas embora então era "
     "exatamente exemplo "
     "fala falar falou fim foi fora forma ficar fica gente geral grande hoje ideia importante isso jeito "
     "junto lado lugar "
     "maior maneira melhor menos mesmo mesma momento muitas muitos mundo nada né ninguém nova novo nunca "
     "obrigado obrigada "
     "onde outra outras outros parece parte pessoa pessoas pode poder podia pois ponto possível pouco pouca "
     "pra precisa "
     "primeira primeiro principalmente problema pronto próprio quase qual qualquer quanto quer querer "
     "questão realmente saber "
     "sabe sei seja sempre senhor sim sobretudo só tal talvez tanto tá tempo tenho ter tipo toda trás três "
     "uma usar vai vamos "
     "ver verdade vez vezes vida vou"},
    {"nl",
     "aan ach alleen altijd anders beetje beter bijvoorbeeld binnen blijven daarna daarom dacht dag dagen "
     "dank dankjewel denk "
     "denken deel dus echt eens eerst eerste eigenlijk elke erg even gaat gedaan geef gegaan geval gewoon "
     "geworden geweest gezegd "
     "goed goede graag grote groot halen hele hetzelfde hebt hoeveel hoor iedereen iemand inderdaad jaar "
     "jaren ja jawel "
     "keer kijk kijken klein komen komt krijgen laat laten lang leuk maken maakt manier mee mensen mij "
     "misschien moment "
     "mogelijk natuurlijk nee net nieuwe niks nooit okay oké onder ooit precies punt rond samen sinds snel "
     "soms soort steeds "
     "straks sowieso staan tijd tijdens toch tussen twee veel vandaag vaak verder vind vinden vraag vragen "
     "vooral vrij waarom "
     "weet weken weg weinig werd werk weten willen wist zegt zeggen zei zeker zelf zelfs zien zit zitten "
     "zoiets zoveel"},
    {"ru",
     "вообще вот время всё говорит говорить говорю года год года действительно делать день дело должен "
     "должна должны думаю "
     "какие какое какой каждый лет люди людей можем могу может мол мочь например наверное наш наша наши "
     "нужно общем "
     "однако одна одно первый понимаете понятно поэтому правда пример пожалуйста раньше самый самое сделать "
     "сегодня скажем "
     "сказал сказать сколько слово собственно спасибо стал стало такая такие такое также типа тебе тому "
     "хотел хочу хотя "
     "человек чуть эта эти явно"},
    {"sv",
     "aldrig alltid annat annan antal bara behöver bland både dag dagar därför egentligen egna eller enda "
     "ens exempel faktiskt "
     "fall finns fler flera fortfarande fram fråga frågor får fått först första förstås ganska gång gånger "
     "ger gjorde gjort "
     "gärna helt helst hela hej hos håller igen igång in innan inom istället jo just jättemycket kanske "
     "klart kommit kunna kunde "
     "lika lite ligger länge låter människor massa med mer mest måste nog ny nya nära nästan olika också "
     "okej ofta ord par "
     "precis problem på redan riktigt rätt sak saker samma samtidigt se senare sen ser sig själv själva "
     "snart stor stora "
     "ställe sådan sådana så säga sätt ta tack tag tar tid tiden till tillbaka tre tror tänka tänker tycker "
     "under ungefär "
     "ute vanligt varit vet verkligen vidare vill ville viktigt viss vissa väldigt väl även"},
    {"zh",
     "我們 我们 你們 你们 他們 他们 這個 这个 那個 那个 什麼 什么 因為 因为 所以 就是 其實 其实 可以 可能 "
     "沒有 没有 一個 一个 "
     "現在 现在 如果 然後 然后 還有 还有 大家 覺得 觉得 知道 時候 时候 怎麼 怎么 這樣 这样 那樣 那样 是不 "
     "不是 的話 的话 這是 这是 "
     "但是 或者 或是 也是 非常 比較 比较 應該 应该 已經 已经 一些 這些 这些 那些 的時 个人 個人 你的 我的 "
     "他的 的人 很多 自己 "
     "不會 不会 不要 不能 會有 也有 我覺 我想 是一 有一 的一 在這 都是 為什 为什 么样 謝謝 谢谢 對我 的東 "
     "東西 东西 要去 之後 之后"},
};

}  // namespace

const TopicWords* topic_words(std::string_view language) noexcept {
  for (const TopicWords& words : kLanguages)
    if (language == words.language) return &words;
  return nullptr;
}

std::string_view idle_words(std::string_view language) noexcept {
  if (const TopicWords* words = topic_words(language)) return words->idle;
  for (const IdleWords& one : kIdle)
    if (language == one.language) return one.idle;
  return {};
}

}  // namespace visavis
