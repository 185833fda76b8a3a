"""First names that many children and adults in England have: enough to notice a person's name where none should be."""

from __future__ import annotations

ALSO_WORDS = frozenset("""
alfred art ash autumn basil beth blake booth brook brooke carol cherry clare daisy dan dawn dean devon dev drew eden
ellis eve faith florence frank georgia grace grant harley harper hazel heather henry holly hope iris isa isla jack
jade jan jasmine jasper jean joy jay jordan june kai kelly ken kent kim lance lee logan luna major mark mason may max
miles morgan olive owen parker pat paris penny pearl poppy ray reading rich rob robin roman rose ross rowan roy ruby
saffron sam sandy scarlett shannon sky spencer stan star stella stone sue summer taylor ted tess tia tim tom tony
troy tyler una victor victoria violet wade will willow
""".split())
"""Names that are words, places or makes as well, in lower case: a name only where more speaks for it."""

FIRST_NAMES = ALSO_WORDS | frozenset("""
aaliyah aaron abdul abdullah abigail abu ada adam adebayo adele adeel aditi adnan agnes ahmad ahmed aidan aiden aimee
aisha aishah akash alan alana albert albie alejandro alex alexander alexandra alexia alfie alfred ali alice alicia
alina alisha alison aliya aliyah allison amal amaan amanda amara amelia amelie amina aminah amir amira amirah amit amy
ana anas anaya andrea andreea andrei andrew andrzej angela angus aniya anita anjali ann anna annabel annabelle anne
annie anthony antonia antonio anya archie aria arianna ariana arjun arlo arthur arya aryan asha asher ashleigh ashley
asif asma athena aubrey audrey aurora ava avery aya ayaan ayesha ayla ayman ayo ayub aziz bailey barbara barnaby
beatrice beatrix becky bella ben benjamin bernard beth bethan bethany betty bilal billy blake bobby bradley brandon
brian bridget brooke bryony caitlin caleb callum calum cameron camilla cara carl carla carlos carly caroline carys
casey caspian cassandra catherine cecilia celine charles charlie charlotte cherry cheryl chidi chinedu chloe chloë
chris christina christine christopher ciara claire clara clare claudia cleo clive cody colin conor connor constance
cora corey craig curtis cynthia daisy dan daniel daniela danielle danny daria darcey darcy darius darren david dawid
deborah declan deepak delilah denis denise derek dexter dev devon diana diane diego dilan dmitri donna doris dorothy
dougie dougal duncan dylan ebony edith edmund edward edwin effie eileen elaine eleanor elena eli elias elijah elinor
eliot elisa elise eliza elizabeth ella elle ellen ellie elliot elliott ellis elodie eloise elsa elsie elspeth eman
emeka emilia emilie emily emma emmanuel emmett enid erica erik erin esme esmé esmee esther ethan eva evan evangeline
eve evelyn evie ewa ewan ezra fabian faisal farah farhan fatima fatimah fatoumata felicity felix femi fergus fernando
ffion filip finlay finley finn fiona fletcher florence francesca francis frankie fraser freddie freddy frederick freya
gabriel gabriela gabriella gareth gary gavin gemma geoffrey george georgia georgie georgina gerald gethin gianna
gillian giovanni gloria graham greta gregory gwen gwendolyn gwilym habiba hafsa haider hallie hamish hamza hana hanna
hannah hari harley harleen haroon harper harriet harrison harry harun harvey hasan hassan hayden hayley heidi helen
helena henry hettie hira hollie hugh hugo humaira hussain hussein ian ibrahim idris ifeoma ilyas imaan imaani imani
imogen imran inaya inaayah ines iona ira irene isa isaac isabel isabella isabelle isha isla ismail isobel israr issac
ivan izzy jackson jacob jacqueline jade jaden jake jakub jamal james jamie jan jana jane janet janice jannat jared
jasmin jasmine jason jasper jaxon jay jayden jayesh jean jeffrey jemima jemma jenna jennifer jenny jeremiah jeremy
jerome jess jesse jessica jessie jesús jill joan joanna joanne joao joe joel johan john johnny jolene jon jonah
jonathan joseph josephine josh joshua josiah josie joy juan jude judith judy julia julian julie juliet junaid juno
justin kacey kai kaiden kamil kamran kara karen karim karl karolina kashif kasper kate katherine kathleen kathryn
katie katy kaya kayden kayla keira keith kelly kelvin ken kenneth keziah khadija khadijah khalid kian kiera kieran kim
kimberley kiran kirsty konrad kofi kristina kwame kyle lacey laila lara lara lateefah laura lauren laurence lawrence
layla layan leah leanne lee leila lena lennon leo leon leona leonard leonardo leonie lesley leticia levi lewis lexi
lexie liam libby lila lilian lillian lillie lilly linda lindsay lisa liyana liz lizzie logan lois lola lorenzo lorna
lottie louie louis louisa louise luca lucas lucia lucian lucy ludo luis luka lukas luke luna lydia lyla lyra mabel
maddie maddison madeleine madeline madison maeve maggie maha mahdi mahmoud maia maisie maira malachi malaika malcolm
malik mandy mannat manuel marcel marcia marco marcus margaret maria mariam marie marina mario marjorie marley marnie
marta martha martin martina martyn mary maryam maryum mateo mateusz matilda matteo matthew maureen maurice max maxim
maximilian maxine maya megan mehdi mehmet melanie melissa mia micah michael michaela michal michelle miguel mika mikael
mila miley millie milly milo mina minnie miriam mohamed mohammad mohammed moira mollie molly mona monica montgomery
morgan moses muhammad muhammed mustafa musa myla myra nadia nadine nafisa naima nancy naomi natalia natalie natasha
nathan nathaniel naveed nayla neha neil nell nellie niall nicholas nicola nicolas nicole nigel nihal nikhil nikita nina
noah noel noor nora norah nur oakley obi octavia olaf oliver olivia ollie oluwaseun omar orla oscar osman otis otto
owen pamela paolo parisa patrick patricia paul paula pauline pavel pedro peggy penelope penny percy peter phillip
philip philippa phoebe pippa polly preeti priscilla priya quentin quinn rabia rachael rachel rafael rafe rahim rahul
raj rajesh ralph ramona raphael rashid ravi raymond rayyan rebecca reece reggie rehan reuben rhian rhiannon rhys ria
ricardo richard ricky rishi rita riya robbie robert roberta roberto rodrigo roger rohan roman ronald ronnie rory rosa
rosalind rosanna roseanne rosemary rosie ross rowan roxanne roy rudy rufus rupert ruth ryan saad saanvi sabrina sadia
safa saffron safiya saira salim sally salma salman sam samantha samir samira samuel sana sandra sanjay santiago sara
sarah saskia sasha saul scarlett sean sebastian selena serena seth shabnam shane shannon sharon shaun shazia sheila
shirley shreya sian sid sidney siddharth sienna simon simone simran siobhan sofia sofie sohail sonia sonny sophia
sophie spencer stacey stan stanley stefan stella stephanie stephen steven stewart stuart suleiman sumaya sumayyah
susan susanna susie suzanne sylvia syed tabitha tahir talia tamara tamsin tanya tara tariq tasha tasnim tatiana taylor
ted teddy teresa terence tess tessa thea theo theodora theodore theresa thomas tia tiago tilly tim timothy tina tobias
toby tom tomas tommy tomasz toni tony tracey tracy trevor tristan troy tyler tyrone uma umar umair una usman valentina
valerie vanessa vera veronica vicky victoria vihaan vijay vikram vincent viktor violet vivian vivienne walter wayne
wendy wilfred william willow winifred wojciech xander xavier yahya yasin yasmin yasmine yolanda yousef youssef yuki
yunus yusra yusuf yvonne zac zach zachary zack zahra zaid zain zaina zainab zak zakariya zara zayd zayn zeinab zeynep
zoe zoë zofia zoya zubair zuzanna
""".split())
"""In lower case, those that are words as well among them."""
