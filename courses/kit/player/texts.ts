/** The words of the kit itself, by the course's language. Used when building pages and by the script in them. */
export interface Texts {
  readonly skip: string;
  readonly contents: string;
  readonly noScript: string;
  readonly part: (number: number, of: number) => string;
  readonly page: (number: number, of: number) => string;
  readonly next: string;
  readonly previous: string;
  readonly nextPart: (title: string) => string;
  readonly partDone: string;
  readonly pageNavigation: string;
  readonly visited: string;
  readonly welcomeBack: string;
  readonly notSaved: string;
  readonly saveFailed: string;
  readonly source: string;
  readonly exercise: string;
  readonly case: string;
  readonly opensInNewTab: string;
  readonly chooseOne: string;
  readonly chooseMany: string;
  readonly putInOrder: string;
  readonly choosePairs: string;
  readonly choose: string;
  readonly answer: string;
  readonly tryAgain: string;
  readonly moveUp: string;
  readonly moveDown: string;
  readonly placed: (place: number, of: number) => string;
  readonly chooseFirst: string;
  readonly chooseAllPairs: string;
  readonly notANumber: string;
  readonly yourAnswer: string;
  readonly right: string;
  readonly wrong: string;
  readonly missed: string;
  readonly rightChoice: string;
  readonly rightHere: (answer: string) => string;
  readonly rightPlace: (place: number) => string;
  readonly itIsRight: string;
  readonly itIsWrong: string;
  readonly rightAnswer: (answer: string) => string;
  readonly startTest: string;
  readonly testFacts: (questions: number, passMark: number, needed: number) => string;
  readonly question: (number: number, of: number) => string;
  readonly nextQuestion: string;
  readonly seeResult: string;
  readonly passedTitle: string;
  readonly failedTitle: string;
  readonly result: (right: number, total: number, percent: number) => string;
  readonly passedText: string;
  readonly failedText: (passMark: number) => string;
  readonly stillPassed: string;
  readonly askForHelp: (tries: number) => string;
  readonly practise: string;
  readonly retake: string;
  readonly unread: string;
}

const sv: Texts = {
  skip: "Hoppa till innehållet",
  contents: "Innehåll",
  noScript: "Kursen behöver JavaScript. Slå på det i webbläsaren och ladda om sidan.",
  part: (number, of) => `Del ${number} av ${of}`,
  page: (number, of) => `Sida ${number} av ${of}`,
  next: "Nästa",
  previous: "Föregående",
  nextPart: (title) => `Nästa del: ${title}`,
  partDone: "Delen är klar. Välj nästa del i utbildningssystemets lista.",
  pageNavigation: "Bläddra",
  visited: "besökt",
  welcomeBack: "Välkommen tillbaka! Du fortsätter där du slutade, och dina svar finns kvar.",
  notSaved: "Kursen hittar inget utbildningssystem. Du kan läsa och öva, men ingenting sparas.",
  saveFailed: "Det gick inte att spara just nu. Fortsätt gärna: vi försöker igen vid nästa svar eller sida.",
  source: "Källa",
  exercise: "Övning",
  case: "Exempel",
  opensInNewTab: "öppnas i ny flik",
  chooseOne: "Välj ett svar.",
  chooseMany: "Välj ett eller flera svar.",
  putInOrder: "Flytta stegen med knapparna tills ordningen stämmer.",
  choosePairs: "Välj i listan på varje rad.",
  choose: "Välj …",
  answer: "Svara",
  tryAgain: "Försök igen",
  moveUp: "Flytta upp",
  moveDown: "Flytta ned",
  placed: (place, of) => `plats ${place} av ${of}`,
  chooseFirst: "Välj ett svar först.",
  chooseAllPairs: "Välj ett svar på varje rad först.",
  notANumber: "Skriv ett tal, till exempel 2,5.",
  yourAnswer: "Ditt svar",
  right: "Rätt",
  wrong: "Fel",
  missed: "Hör också hit",
  rightChoice: "Rätt svar",
  rightHere: (answer) => `Rätt svar: ${answer}`,
  rightPlace: (place) => `Rätt plats: ${place}`,
  itIsRight: "Det stämmer.",
  itIsWrong: "Inte riktigt.",
  rightAnswer: (answer) => `Rätt svar är ${answer}.`,
  startTest: "Starta provet",
  testFacts: (questions, passMark, needed) =>
    `Provet har ${questions} frågor. Du är godkänd med ${passMark} procent, alltså minst ${needed} rätta svar. Du kan göra om det så många gånger du vill.`,
  question: (number, of) => `Fråga ${number} av ${of}`,
  nextQuestion: "Nästa fråga",
  seeResult: "Visa resultatet",
  passedTitle: "Godkänt – bra jobbat!",
  failedTitle: "Inte godkänt den här gången",
  result: (right, total, percent) => `Du svarade rätt på ${right} av ${total} frågor (${percent} procent).`,
  passedText: "Resultatet är rapporterat. Du kan stänga kursen, eller gå tillbaka och läsa när du vill.",
  failedText: (passMark) => `För godkänt behövs ${passMark} procent. Titta igenom det som blev fel och gör sedan om provet.`,
  stillPassed: "Du är fortfarande godkänd sedan tidigare.",
  askForHelp: (tries) =>
    `Du har gjort provet ${tries} gånger. Läs sidorna nedan i lugn och ro, och be gärna en kollega eller din metodhandledare om hjälp innan du gör om det.`,
  practise: "Läs mer om det som blev fel",
  retake: "Gör om provet",
  unread: "Sidor du inte har öppnat än",
};

const en: Texts = {
  skip: "Skip to content",
  contents: "Contents",
  noScript: "The course needs JavaScript. Turn it on in the browser and reload the page.",
  part: (number, of) => `Part ${number} of ${of}`,
  page: (number, of) => `Page ${number} of ${of}`,
  next: "Next",
  previous: "Previous",
  nextPart: (title) => `Next part: ${title}`,
  partDone: "This part is done. Choose the next one in the learning system's list.",
  pageNavigation: "Pages",
  visited: "visited",
  welcomeBack: "Welcome back! You go on where you left, and your answers are still here.",
  notSaved: "The course finds no learning system. You can read and practise, but nothing is saved.",
  saveFailed: "It could not be saved just now. Please go on: we try again at the next answer or page.",
  source: "Source",
  exercise: "Exercise",
  case: "Example",
  opensInNewTab: "opens in a new tab",
  chooseOne: "Choose one answer.",
  chooseMany: "Choose one or more answers.",
  putInOrder: "Move the steps with the buttons until the order is right.",
  choosePairs: "Choose from the list in each row.",
  choose: "Choose …",
  answer: "Answer",
  tryAgain: "Try again",
  moveUp: "Move up",
  moveDown: "Move down",
  placed: (place, of) => `place ${place} of ${of}`,
  chooseFirst: "Choose an answer first.",
  chooseAllPairs: "Choose an answer in each row first.",
  notANumber: "Write a number, for example 2.5.",
  yourAnswer: "Your answer",
  right: "Right",
  wrong: "Wrong",
  missed: "Belongs here too",
  rightChoice: "Right answer",
  rightHere: (answer) => `Right answer: ${answer}`,
  rightPlace: (place) => `Right place: ${place}`,
  itIsRight: "That is right.",
  itIsWrong: "Not quite.",
  rightAnswer: (answer) => `The right answer is ${answer}.`,
  startTest: "Start the test",
  testFacts: (questions, passMark, needed) =>
    `The test has ${questions} questions. You pass with ${passMark} percent, that is at least ${needed} right answers. You may retake it as often as you like.`,
  question: (number, of) => `Question ${number} of ${of}`,
  nextQuestion: "Next question",
  seeResult: "See the result",
  passedTitle: "Passed – well done!",
  failedTitle: "Not passed this time",
  result: (right, total, percent) => `You answered ${right} of ${total} questions right (${percent} percent).`,
  passedText: "The result has been reported. You may close the course, or go back and read whenever you like.",
  failedText: (passMark) => `To pass you need ${passMark} percent. Look through what went wrong, then take the test again.`,
  stillPassed: "You are still passed from before.",
  askForHelp: (tries) =>
    `You have taken the test ${tries} times. Read the pages below in peace, and do ask a colleague or your method supervisor for help before you take it again.`,
  practise: "Read more about what went wrong",
  retake: "Retake the test",
  unread: "Pages you have not opened yet",
};

const BY_LANGUAGE: Readonly<Record<string, Texts>> = { sv, en };

export const LANGUAGES: readonly string[] = Object.keys(BY_LANGUAGE);

export function textsIn(language: string): Texts {
  return BY_LANGUAGE[language] ?? sv;
}
